import type { ListFormat } from '@adieu/domain';
import type { ListFile } from '../list-file.ts';
import { NoList } from '../list-refused.ts';
import type { ListOverrule, ListRecord, ListShape } from '../list-shape.ts';
import { settleRecord } from '../read/settle-record.ts';
import { readWorkbookApart } from '../read/workbook/read-workbook-apart.ts';
import { LOOKED_AT, shapeOfRows } from './look-at-rows.ts';

/** The columns of a sheet: of the first, where none is asked for. */
export async function lookAtWorkbook(file: ListFile, overrule: ListOverrule): Promise<ListShape> {
  let what: { format: ListFormat; sheet: string; sheets: readonly string[] } | null = null;
  const records: ListRecord[] = [];
  for await (const part of readWorkbookApart(file, overrule.sheet ?? null, LOOKED_AT))
    if ('records' in part) records.push(...part.records.map(settleRecord));
    else what = part;
  if (what === null) throw new NoList('DAMAGED');
  const shape = { ...what, encoding: null, separator: null, path: null, paths: [] };
  return shapeOfRows(records, shape, overrule);
}
