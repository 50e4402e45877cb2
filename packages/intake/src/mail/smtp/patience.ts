/**
 * Ends connections that bring no mail for long, whatever they say: one byte a minute, or NOOP for ever, would hold a place that
 * others wait for. While a mail comes in or is stored nothing runs out.
 */
export class Patience {
  /** Null while a mail is taken. */
  readonly #open = new Map<string, NodeJS.Timeout | null>();
  readonly #ms: number;
  readonly #end: (id: string) => void;

  constructor(ms: number, end: (id: string) => void) {
    this.#ms = ms;
    this.#end = end;
  }

  begins(id: string): void {
    this.stops(id);
    const timer = setTimeout(() => this.#end(id), this.#ms);
    this.#open.set(id, timer.unref());
  }

  /** A mail is being taken. */
  pauses(id: string): void {
    this.stops(id);
    this.#open.set(id, null);
  }

  /** It was; where its connection is still there, the next is waited for. */
  goesOn(id: string): void {
    if (this.#open.has(id)) this.begins(id);
  }

  stops(id: string): void {
    clearTimeout(this.#open.get(id) ?? undefined);
    this.#open.delete(id);
  }
}
