/**
 * What concerns the same key happens one after the other, and what concerns others beside it. A number that writes a thousand times
 * at once then waits for itself here, where nobody else does, and not in the database with every connection that there is.
 */
export class OneAtATime {
  readonly #last = new Map<string, Promise<unknown>>();

  async run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const mine = (this.#last.get(key) ?? Promise.resolve()).then(work, work);
    this.#last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    }
  }
}
