import { defineEntity, p } from '@mikro-orm/postgresql';
import { AddressBookEntity } from '../organisation/address-book.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const PlatformBlockEntity = defineEntity({
  name: 'PlatformBlock',
  tableName: 'platform_block',
  comment:
    'Who wrote STOP to a short code that accounts share (A8): nothing more goes to them from it, whoever sends',
  indexes: [{ name: 'platform_block_since', properties: ['since', 'addressKey'] }],
  checks: [
    { name: 'platform_block_address_key_check', expression: 'length(address_key) = 32' },
    { name: 'platform_block_returned_to_check', expression: "returned_to <> '{}'::uuid[]" },
    {
      name: 'platform_block_short_code_check',
      expression: String.raw`short_code ~ '^\d{3,6}$'::text`,
    },
  ],
  properties: {
    addressKey: p.blob().primary(),
    shortCode: p.text().primary(),
    since: p.datetime(),
    organisationId: foreignKey(OrganisationEntity).strictNullable(),
    addressBookId: foreignKey(AddressBookEntity)
      .strictNullable()
      .comment('Through which the number was written to last: a tag, no member of its list'),
    returnedTo: p
      .array()
      .columnType('uuid[]')
      .strictNullable()
      .comment(
        'Books, topics and accounts that they came back to since, by double opt-in: it stops them no more',
      ),
  },
});
