import type { ListImportCounts } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { ListImportEntity } from './list-import.entity.ts';

export const ListImportChunkEntity = defineEntity({
  name: 'ListImportChunk',
  tableName: 'list_import_chunk',
  properties: {
    importId: foreignKey(ListImportEntity).deleteRule('cascade').primary(),
    n: p.integer().primary(),
    fromBucket: p.integer(),
    beforeBucket: p.integer(),
    addresses: p.bigint('string'),
    counts: p
      .json<Partial<ListImportCounts>>()
      .strictNullable()
      .comment('What became of it, written with it; null while it is to be done'),
  },
});
