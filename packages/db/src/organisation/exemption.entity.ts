import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

export const ExemptionEntity = defineEntity({
  name: 'Exemption',
  tableName: 'opt_out_exemption',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    addressBookId: p.uuid(),
    /** True where it begins, false where it ends. */
    exempt: p.boolean(),
    at: p.datetime(),
    actor: p.text(),
    reason: p.text(),
  },
});
export type Exemption = InferEntity<typeof ExemptionEntity>;
