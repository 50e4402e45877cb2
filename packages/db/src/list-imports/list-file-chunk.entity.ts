import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { ListFileEntity } from './list-file.entity.ts';

export const ListFileChunkEntity = defineEntity({
  name: 'ListFileChunk',
  tableName: 'list_file_chunk',
  checks: [{ name: 'list_file_chunk_n_check', expression: 'n >= 0' }],
  properties: {
    fileId: foreignKey(ListFileEntity).deleteRule('cascade').primary(),
    n: p.integer().primary(),
    bytes: p.blob(),
  },
});
