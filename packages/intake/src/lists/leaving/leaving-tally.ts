import { type LeavingKind, leavingKind, readLeavingCell } from '@adieu/domain';
import type { MappedColumns } from '../judge/map-columns.ts';
import type { ListRecord } from '../list-shape.ts';

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

/** Finds columns of contacts that speak of people who left, by their names or by what stands in them, while the list is read. */
export class LeavingTally {
  readonly #asked: readonly { at: number; column: string; kind: LeavingKind | null }[];
  readonly #found = new Map<number, { rows: number; cells: Set<string> }>();

  constructor({ columns, told }: MappedColumns) {
    this.#asked = columns.flatMap(({ column, field }, at) =>
      // A tag says it too: `unsubscribed` is one in many an export.
      (field === 'FIELD' || field === 'TAGS') && !told.includes(column)
        ? [{ at, column, kind: leavingKind(column) }]
        : [],
    );
  }

  see(record: ListRecord): void {
    if (!('cells' in record)) return;
    for (const { at, kind } of this.#asked) {
      const cell = record.cells[at] ?? '';
      const says = readLeavingCell(kind, cell);
      if (says !== 'LEFT' && says !== 'UNSENDABLE') continue;
      const one = this.#found.get(at) ?? { rows: 0, cells: new Set() };
      this.#found.set(at, one);
      one.rows += 1;
      // No address is told in a message.
      const shown = cell.includes('@') ? '…' : cell.trim().slice(0, LONGEST_CELL);
      if (one.cells.size < MOST_CELLS) one.cells.add(shown);
    }
  }

  /** In the order of the columns. */
  get found(): readonly LeavingColumn[] {
    return this.#asked.flatMap(({ at, column }) => {
      const one = this.#found.get(at);
      return one === undefined ? [] : [{ column, rows: one.rows, cells: [...one.cells] }];
    });
  }
}
