import {
  type ActorKind,
  LIST_KINDS,
  LIST_IMPORT_STATES,
  type ListImportCounts,
  SCOPE_KINDS,
} from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Json } from '../json.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { ListFileEntity } from './list-file.entity.ts';

export const ListImportEntity = defineEntity({
  name: 'ListImport',
  tableName: 'list_import',
  comment:
    'Who imported which file to what, and what came of it: it speaks for each opt-out that it brought',
  indexes: [
    { name: 'list_import_age', properties: ['organisationId', 'id'] },
    { name: 'list_import_file', properties: ['fileId'], where: 'file_id IS NOT NULL' },
    { name: 'list_import_under_way', properties: ['changedAt'], where: 'ended_at IS NULL' },
  ],
  checks: [
    { name: 'list_import_file_sha256_check', expression: 'length(file_sha256) = 32' },
    {
      name: 'list_import_check',
      expression:
        "(ended_at IS NOT NULL) = (state = ANY (ARRAY['FINISHED'::text, 'CANCELLED'::text, 'FAILED'::text]))",
    },
    {
      name: 'list_import_check1',
      expression: "(failure IS NOT NULL) = (state = 'FAILED'::text)",
    },
    {
      name: 'list_import_check2',
      expression: "(kind = 'OPT_OUTS'::text) OR (scope_kind = 'BOOK'::text)",
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    accountId: foreignKey(AccountEntity)
      .strictNullable()
      .comment('That its scope lies in; null for the whole organisation'),
    fileId: foreignKey(ListFileEntity).deleteRule('set null').strictNullable(),
    fileName: p.text(),
    fileSha256: p.blob(),
    kind: p.enum([...LIST_KINDS]),
    scopeKind: p.enum([...SCOPE_KINDS]),
    scopeId: p
      .uuid()
      .comment('What opt-outs are of, before they are widened; of contacts their book'),
    state: p.enum([...LIST_IMPORT_STATES]),
    failure: p.text().strictNullable(),
    shape: p.json<Json>().strictNullable(),
    mapping: p.json<Json>().strictNullable(),
    counts: p.json<Partial<ListImportCounts>>().defaultRaw("'{}'::jsonb"),
    rowsRead: p.bigint('string').defaultRaw('0'),
    chunks: p
      .integer()
      .default(0)
      .comment(
        'How many chunks its rows were told apart into; each is marked when it was carried out',
      ),
    askedByKind: p.text().$type<ActorKind>(),
    askedBy: p.text(),
    askedAt: p.datetime(),
    changedAt: p.datetime(),
    startedAt: p.datetime().strictNullable(),
    endedAt: p.datetime().strictNullable(),
  },
});
