import { FREQUENCIES } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { RecipientEntity } from '../contacts/recipient.entity.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const RecipientPreferenceEntity = defineEntity({
  name: 'RecipientPreference',
  tableName: 'recipient_preference',
  comment: 'A recipient is one address on one channel, so each channel has its own',
  properties: {
    recipientId: foreignKey(RecipientEntity).primary(),
    accountId: foreignKey(AccountEntity).primary(),
    frequency: p.enum([...FREQUENCIES]).default('EVERY'),
    snoozedUntil: p.datetime().strictNullable(),
    language: p.text().strictNullable(),
    changedAt: p.datetime(),
    signUpOpen: p
      .boolean()
      .default(false)
      .comment(
        'A double opt-in of theirs for the account may be open: for those alone the gate looks for one',
      ),
  },
});
