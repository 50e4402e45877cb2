import type { RowReason } from '@adieu/domain';
import { LIST_LIMITS } from '../limits.ts';
import type { ListRecord } from '../list-shape.ts';

/** A record whose cells have names, as in JSON and XML. */
export type KeyedRecord =
  | { readonly line: number; readonly fields: ReadonlyMap<string, string> }
  | Exclude<ListRecord, { cells: unknown }>;

/** What a record can not be read for. */
export function brokenRecord(line: number, broken: RowReason, value = ''): KeyedRecord {
  return { line, broken, value: value.slice(0, LIST_LIMITS.record) };
}

/** The same, and nothing after it can be read either. */
export function brokenFrom(line: number, broken: RowReason): KeyedRecord {
  return { line, broken, value: '', rest: true };
}

/** The cells of a record in the order of the columns. */
export function cellsOf(record: KeyedRecord, columns: readonly string[]): ListRecord {
  if (!('fields' in record)) return record;
  const { line, fields } = record;
  let known = 0;
  const cells = columns.map((name) => {
    const cell = fields.get(name);
    if (cell !== undefined) known += 1;
    return cell ?? '';
  });
  if (known === fields.size) return { line, cells };
  return { line, cells, more: new Map([...fields].filter(([name]) => !columns.includes(name))) };
}
