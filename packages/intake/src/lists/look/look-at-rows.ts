import { LIST_LIMITS } from '../limits.ts';
import type { ListFile } from '../list-file.ts';
import { NoList } from '../list-refused.ts';
import type { ListOverrule, ListRecord, ListShape } from '../list-shape.ts';
import { readList } from '../read/read-list.ts';
import { fieldNamed, guessColumns, holdsEmail, mayHoldAddresses } from './guess-columns.ts';

/** How many rows tell what the columns hold. */
export const LOOKED_AT = 1_000;
export const SHOWN = 10;

/** The columns of a list whose cells stand one beside the other: a CSV, a sheet. */
export async function lookAtRows(
  file: ListFile,
  shape: Omit<ListShape, 'header' | 'columns' | 'first'>,
  overrule: ListOverrule,
): Promise<ListShape> {
  const records: ListRecord[] = [];
  for await (const record of readList(file, { ...shape, header: false, columns: [] })) {
    records.push(record);
    if (records.length > LOOKED_AT) break;
  }
  return shapeOfRows(records, shape, overrule);
}

export function shapeOfRows(
  records: readonly ListRecord[],
  shape: Omit<ListShape, 'header' | 'columns' | 'first'>,
  overrule: ListOverrule,
): ListShape {
  const rows = records.flatMap((record) => ('cells' in record ? [record.cells] : []));
  const [first, ...others] = rows;
  if (first === undefined) {
    const broken = records.find((record) => 'broken' in record);
    throw new NoList(broken === undefined ? 'EMPTY' : 'NOT_WELL_FORMED');
  }
  const most = rows.reduce((width, cells) => Math.max(width, cells.length), 0);
  if (most > LIST_LIMITS.columns) throw new NoList('TOO_MANY_COLUMNS');
  const header = overrule.header ?? isHeader(first, others);
  const body = header ? others : rows;
  const names = header
    ? first.map((name, i) => name.trim() || String(i + 1))
    : Array.from({ length: most }, (_, i) => String(i + 1));
  const columns = guessColumns(names, body);
  const isNamed = columns.some(({ guess }) => guess !== null);
  if (!isNamed && !mayHoldAddresses(rows)) throw new NoList('NO_ADDRESSES');
  return { ...shape, header, columns, first: body.slice(0, SHOWN) };
}

/** Whether a row names the columns: it holds no address, and names one that is known, or addresses follow below. */
function isHeader(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  const isAddress = (cell: string): boolean =>
    holdsEmail(cell) || /^\s*[+\d][\d\s()./-]{6,}\s*$/.test(cell);
  if (first.some(isAddress)) return false;
  if (first.some((cell) => fieldNamed(cell) !== null)) return true;
  return (
    others.length === 0 ||
    others.some((cells) => cells.some(isAddress)) ||
    !first.some((cell) => cell.includes('@'))
  );
}
