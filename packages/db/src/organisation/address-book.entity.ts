import { PURPOSES } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { AccountEntity } from './account.entity.ts';

export const AddressBookEntity = defineEntity({
  name: 'AddressBook',
  tableName: 'address_book',
  uniques: [{ name: 'address_book_account_id_name_key', properties: ['accountId', 'name'] }],
  checks: [
    { name: 'address_book_name_check', expression: "name <> ''::text" },
    {
      name: 'deleted_is_archived',
      expression: '(deleted_at IS NULL) OR (archived_at IS NOT NULL)',
    },
    {
      name: 'service_alone_is_exempt',
      expression: "(exempt_since IS NULL) OR (purpose = 'SERVICE'::text)",
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    accountId: foreignKey(AccountEntity),
    name: p.text(),
    purpose: p.enum([...PURPOSES]),
    createdAt: p.datetime().defaultRaw('now()'),
    archivedAt: p.datetime().strictNullable(),
    exemptSince: p
      .datetime()
      .strictNullable()
      .comment('Kept here beside opt_out_exemption: an opt-out reads the row of its book anyway'),
    deletedAt: p.datetime().strictNullable(),
    addsSmsWayOut: p
      .boolean()
      .default(true)
      .comment(
        'Whether the way out is put behind SMS texts that say none; where not, those that say none do not go out',
      ),
  },
});
export type AddressBook = InferEntity<typeof AddressBookEntity>;
