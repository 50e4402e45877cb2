import { leavingKind, readLeavingCell } from '@adieu/domain';
import { defaultMapping } from '../judge/list-mapping.ts';
import type { ListFile } from '../list-file.ts';
import type { ListShape } from '../list-shape.ts';
import { readList } from '../read/read-list.ts';

/** A column in which somebody left, or may not be written to. */
export interface LeavingColumn {
  /** As the header line has it. */
  readonly column: string;
  /** How many of its cells say so. */
  readonly rows: number;
  /** What the first of them hold, each once. */
  readonly cells: readonly string[];
}

const MOST_CELLS = 3;
const LONGEST_CELL = 40;

/** The columns of a list of contacts that speak of leaving, by their names and by what stands in them. Reads all of it. */
export async function findLeavingColumns(
  file: ListFile,
  shape: ListShape,
): Promise<readonly LeavingColumn[]> {
  const columns = defaultMapping(shape, 'CONTACTS').map(({ column, field }) =>
    field === 'FIELD' || field === 'TAGS' ? { kind: leavingKind(column) } : null,
  );
  const found = new Map<number, { rows: number; cells: Set<string> }>();
  for await (const record of readList(file, shape)) {
    if (!('cells' in record)) continue;
    for (const [i, cell] of record.cells.entries()) {
      const column = columns[i];
      if (column === null || column === undefined) continue;
      const says = readLeavingCell(column.kind, cell);
      if (says !== 'LEFT' && says !== 'UNSENDABLE') continue;
      const one = found.get(i) ?? { rows: 0, cells: new Set() };
      found.set(i, one);
      one.rows += 1;
      // No address is told in a message.
      const shown = cell.includes('@') ? '…' : cell.trim().slice(0, LONGEST_CELL);
      if (one.cells.size < MOST_CELLS) one.cells.add(shown);
    }
  }
  return [...found]
    .toSorted(([a], [b]) => a - b)
    .map(([i, { rows, cells }]) => ({
      column: shape.columns[i]!.name,
      rows,
      cells: [...cells],
    }));
}
