import type { Language } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { AccountEntity } from '../organisation/account.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const LeaveReasonEntity = defineEntity({
  name: 'LeaveReason',
  tableName: 'leave_reason',
  comment: "An account's own list, in the order it is shown; without rows the house's list stands",
  indexes: [
    {
      name: 'leave_reason_account',
      expression:
        'CREATE INDEX leave_reason_account ON public.leave_reason USING btree (account_id, "position") WHERE (archived_at IS NULL)',
    },
  ],
  uniques: [
    { name: 'leave_reason_key', properties: ['accountId', 'key'], where: 'archived_at IS NULL' },
  ],
  checks: [{ name: 'reason_key', expression: "key ~ '^[A-Z][A-Z0-9_]{0,39}$'::text" }],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    accountId: foreignKey(AccountEntity),
    position: p.integer(),
    texts: p.json<Readonly<Partial<Record<Language, string>>>>(),
    archivedAt: p.datetime().strictNullable(),
    key: p
      .text()
      .comment(
        'A reason that is worded anew is another row with the same key: what was given keeps its words',
      ),
  },
});
