import type { ActorKind } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const ListFileEntity = defineEntity({
  name: 'ListFile',
  tableName: 'list_file',
  comment: 'Here and not on a disc: who takes a file and who reads it may be different machines',
  indexes: [{ name: 'list_file_age', properties: ['organisationId', 'uploadedAt'] }],
  checks: [
    { name: 'list_file_name_check', expression: "name <> ''::text" },
    { name: 'list_file_size_check', expression: 'size >= 0' },
    { name: 'list_file_sha256_check', expression: 'length(sha256) = 32' },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    name: p.text(),
    size: p.bigint('string').defaultRaw('0'),
    sha256: p
      .blob()
      .strictNullable()
      .comment('Null while it comes in: what broke off is never read'),
    uploadedAt: p.datetime(),
    uploadedByKind: p.text().$type<ActorKind>(),
    uploadedBy: p.text(),
  },
});
