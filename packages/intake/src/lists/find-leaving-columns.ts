import { type LeavingKind, leavingKind, readLeavingCell } from '@adieu/domain';
import { type ContactColumns, contactColumns, isKnown } from './contact-columns.ts';
import { isBlank, readCsv } from './read-csv.ts';

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

/** The columns of a list of contacts that speak of leaving, by their names and by what stands in them; and those that it has. */
export async function findLeavingColumns(
  csv: string | AsyncIterable<string>,
): Promise<{ readonly columns: readonly string[]; readonly leaving: readonly LeavingColumn[] }> {
  let columns: ContactColumns | undefined;
  let kinds: readonly (LeavingKind | null)[] = [];
  const found = new Map<number, { rows: number; cells: Set<string> }>();
  for await (const record of readCsv(csv)) {
    if ('message' in record || isBlank(record)) continue;
    if (columns === undefined) {
      columns = contactColumns(record.cells);
      kinds = columns.names.map(leavingKind);
      continue;
    }
    for (const [i, cell] of record.cells.entries()) {
      if (i >= columns.names.length || isKnown(columns, i)) continue;
      const says = readLeavingCell(kinds[i]!, cell);
      if (says !== 'LEFT' && says !== 'UNSENDABLE') continue;
      const one = found.get(i) ?? { rows: 0, cells: new Set() };
      found.set(i, one);
      one.rows += 1;
      // No address is told in a message.
      const shown = cell.includes('@') ? '…' : cell.trim().slice(0, LONGEST_CELL);
      if (one.cells.size < MOST_CELLS) one.cells.add(shown);
    }
  }
  const names = columns?.names ?? [];
  const leaving = [...found].toSorted(([a], [b]) => a - b);
  return {
    columns: names,
    leaving: leaving.map(([i, { rows, cells }]) => ({
      column: names[i]!,
      rows,
      cells: [...cells],
    })),
  };
}
