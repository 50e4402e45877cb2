/**
 * Splits a record of CSV (RFC 4180) into its cells, line by line, as a quoted cell may have several. A quote in the midst of
 * a cell is a letter like others, and so is what follows a closed one.
 */
export class CellSplitter {
  readonly #separator: string;
  readonly #cells: string[] = [];
  #cell = '';
  /** Within quotes, where the separator and the end of a line are letters. */
  #isQuoted = false;

  constructor(separator: string) {
    this.#separator = separator;
  }

  /** The cells, where the record ends with this line; else null, and the next line belongs to it. */
  take(text: string, end: string): string[] | null {
    let at = 0;
    for (;;) {
      if (this.#isQuoted) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
          this.#cell += text.slice(at) + end;
          return null;
        }
        this.#cell += text.slice(at, quote);
        at = quote + 1;
        if (text[at] === '"') {
          this.#cell += '"';
          at += 1;
          continue;
        }
        this.#isQuoted = false;
        const after = this.#skipBlanks(text, at);
        if (after === text.length || text.startsWith(this.#separator, after)) at = after;
        // It never was a quoted one: its quotes are letters.
        else this.#cell = `"${this.#cell}"`;
      } else {
        const quote = this.#skipBlanks(text, at);
        if (text[quote] === '"') {
          this.#isQuoted = true;
          at = quote + 1;
          continue;
        }
      }
      const next = text.indexOf(this.#separator, at);
      this.#cells.push(this.#cell + text.slice(at, next < 0 ? undefined : next));
      this.#cell = '';
      if (next < 0) return this.#cells;
      at = next + this.#separator.length;
    }
  }

  #skipBlanks(text: string, from: number): number {
    let at = from;
    while (text[at] === ' ') at += 1;
    return at;
  }
}
