import { WIDENINGS } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

export const OrganisationEntity = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    name: p.text(),
    widening: p.enum([...WIDENINGS]).default('NONE'),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
export type Organisation = InferEntity<typeof OrganisationEntity>;
