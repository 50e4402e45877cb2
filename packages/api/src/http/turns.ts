import { setImmediate } from 'node:timers/promises';

/**
 * Lets in one at a time, with a round of the event loop between them: a crowd of requests that each take some milliseconds
 * of this process then delays whatever else it serves, a one-click above all, by one of them and not by all.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take(): Promise<void> {
    const mine = this.#last.then(() => setImmediate());
    this.#last = mine;
    return mine;
  }
}
