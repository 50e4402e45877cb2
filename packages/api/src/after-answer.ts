import type { Logger } from 'pino';

type Work = () => Promise<unknown>;

/**
 * Work whose length must not be seen in an answer: it is done afterwards, one piece after the other, so that a flood of it
 * holds one connection of the database and no more. What is left when the server stops is finished first.
 */
export class AfterAnswer {
  readonly #log: Logger;
  #last: Promise<void> = Promise.resolve();

  constructor(log: Logger) {
    this.#log = log;
  }

  add(work: Work): void {
    this.#last = this.#last.then(work).then(
      () => undefined,
      (error: unknown) => this.#log.error({ err: error }, 'work after an answer failed'),
    );
  }

  /** Resolves when all that was added so far is done. */
  idle(): Promise<void> {
    return this.#last;
  }
}
