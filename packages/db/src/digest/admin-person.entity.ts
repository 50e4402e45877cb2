import { LANGUAGES } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

/** Somebody who decides about requests, and is told of them by digest. */
export const AdminPersonEntity = defineEntity({
  name: 'AdminPerson',
  tableName: 'admin_person',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: p.uuid(),
    name: p.text(),
    email: p.text(),
    language: p.enum([...LANGUAGES]),
    digestSeconds: p.integer(),
    active: p.boolean().default(true),
    lastDigestAt: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
export type AdminPerson = InferEntity<typeof AdminPersonEntity>;
