import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Json } from '../json.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const IdempotencyKeyEntity = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_key',
  indexes: [{ name: 'idempotency_key_age', properties: ['createdAt'] }],
  properties: {
    organisationId: foreignKey(OrganisationEntity).primary(),
    key: p.text().primary(),
    fingerprint: p.blob(),
    result: p.json<Json>().strictNullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
