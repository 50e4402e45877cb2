import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { ListImportEntity } from './list-import.entity.ts';

export const ListImportRemarkEntity = defineEntity({
  name: 'ListImportRemark',
  tableName: 'list_import_remark',
  properties: {
    importId: foreignKey(ListImportEntity).deleteRule('cascade').primary(),
    n: p.bigint('string').primary(),
    position: p.integer().default(0).primary(),
    place: p.text(),
    rejected: p.boolean(),
    field: p.text().strictNullable(),
    value: p.text().strictNullable().comment('Masked: it may be what is left of an address'),
    reason: p.text(),
    remedy: p.text().strictNullable(),
  },
});
