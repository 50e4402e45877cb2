import type { Channel } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Json } from '../json.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { ListImportEntity } from './list-import.entity.ts';

export const ListImportRowEntity = defineEntity({
  name: 'ListImportRow',
  tableName: 'list_import_row',
  comment: 'Addresses of rows that were taken, on their way; gone when the import has ended',
  properties: {
    importId: foreignKey(ListImportEntity).deleteRule('cascade').primary(),
    bucket: p
      .integer()
      .primary()
      .comment(
        'Of opt-outs by the beginning of the key: a chunk is a stretch of all indexes by key',
      ),
    n: p.bigint('string').primary(),
    position: p.integer().primary(),
    channel: p.text().$type<Channel>(),
    addressKey: p.blob(),
    address: p.text(),
    person: p.json<Json>().strictNullable(),
  },
});
