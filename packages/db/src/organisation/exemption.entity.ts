import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { AddressBookEntity } from './address-book.entity.ts';

export const ExemptionEntity = defineEntity({
  name: 'Exemption',
  tableName: 'opt_out_exemption',
  comment: 'Each beginning and end of an exemption (A1): an operator’s act',
  indexes: [{ name: 'opt_out_exemption_book', properties: ['addressBookId', 'id'] }],
  checks: [
    { name: 'opt_out_exemption_actor_check', expression: "actor <> ''::text" },
    { name: 'opt_out_exemption_reason_check', expression: "btrim(reason) <> ''::text" },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    addressBookId: foreignKey(AddressBookEntity),
    /** True where it begins, false where it ends. */
    exempt: p.boolean(),
    at: p.datetime(),
    actor: p.text(),
    reason: p.text(),
  },
});
export type Exemption = InferEntity<typeof ExemptionEntity>;
