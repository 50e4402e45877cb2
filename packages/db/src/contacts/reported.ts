import type { RowNote } from './contact-row.ts';

/** Reported rows are bounded, or a file of garbage would fill the memory with complaints. */
export const MOST_ROWS_REPORTED = 1_000;

/** What is told of rows of a list: how much it is, and the first of it. */
export class Reported {
  count = 0;
  readonly #first: RowNote[] = [];

  add(note: RowNote): void {
    this.count += 1;
    if (this.#first.length < MOST_ROWS_REPORTED) this.#first.push(note);
  }

  /** By line: a parser reads ahead, so a row that is no CSV may be told of before an earlier one with a bad address. */
  get first(): readonly RowNote[] {
    return this.#first.toSorted((a, b) => a.line - b.line);
  }
}
