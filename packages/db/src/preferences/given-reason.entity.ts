import { defineEntity, p } from '@mikro-orm/postgresql';
import { OptOutRequestEntity } from '../opt-out/opt-out-request.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const GivenReasonEntity = defineEntity({
  name: 'GivenReason',
  tableName: 'given_reason',
  checks: [
    { name: 'given_reason_check', expression: '(reason IS NOT NULL) OR (text IS NOT NULL)' },
    { name: 'given_reason_text_check', expression: 'length(text) <= 1000' },
  ],
  properties: {
    requestId: foreignKey(OptOutRequestEntity).primary(),
    reason: p
      .text()
      .strictNullable()
      .comment("A word of the house's list, or the id of a leave_reason"),
    text: p.text().strictNullable(),
    language: p.text().strictNullable(),
    givenAt: p.datetime(),
  },
});
