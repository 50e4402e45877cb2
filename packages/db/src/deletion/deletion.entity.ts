import type { ActorKind } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';

export const DeletionEntity = defineEntity({
  name: 'Deletion',
  tableName: 'deletion',
  comment: 'An account, or a whole organisation, that is taken away for good, batch by batch',
  indexes: [
    { name: 'deletion_open', properties: ['id'], where: 'finished_at IS NULL' },
    { name: 'deletion_account', properties: ['accountId'] },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    accountId: foreignKey(AccountEntity).strictNullable().comment('Null = the whole organisation'),
    askedAt: p.datetime(),
    askedByKind: p.text().$type<ActorKind>(),
    askedBy: p.text(),
    gone: p.integer().default(0).comment('People and contacts so far'),
    finishedAt: p.datetime().strictNullable(),
  },
});
export type Deletion = InferEntity<typeof DeletionEntity>;
