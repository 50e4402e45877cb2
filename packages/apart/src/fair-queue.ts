interface Party<T> {
  readonly waiting: T[];
  running: number;
}

/**
 * What waits, by whose it is. Whoever has the least running is served next, and among them who waited longest for a turn:
 * a thousand jobs of one keep nobody else's first from being the next.
 */
export class FairQueue<T> {
  readonly #parties = new Map<string, Party<T>>();
  readonly #most: number;
  #size = 0;

  /** @param most waiting, for each party */
  constructor(most: number) {
    this.#most = most;
  }

  /** How many wait, of all parties. */
  get size(): number {
    return this.#size;
  }

  /** False: as much of theirs waits as may. */
  add(whose: string, item: T): boolean {
    const party = this.#parties.get(whose) ?? { waiting: [], running: 0 };
    if (party.waiting.length >= this.#most) return false;
    party.waiting.push(item);
    this.#size += 1;
    this.#parties.set(whose, party);
    return true;
  }

  /** The next to be run, until `ended` is said of it; null where nothing waits. */
  take(): { whose: string; item: T } | null {
    let next: [string, Party<T>] | null = null;
    for (const [whose, party] of this.#parties)
      if (party.waiting.length > 0 && (next === null || party.running < next[1].running))
        next = [whose, party];
    if (next === null) return null;
    const [whose, party] = next;
    const item = party.waiting.shift()!;
    party.running += 1;
    this.#size -= 1;
    // Behind the others.
    this.#parties.delete(whose);
    this.#parties.set(whose, party);
    return { whose, item };
  }

  ended(whose: string): void {
    const party = this.#parties.get(whose)!;
    party.running -= 1;
    if (party.running === 0 && party.waiting.length === 0) this.#parties.delete(whose);
  }
}
