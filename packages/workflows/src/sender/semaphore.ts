/**
 * A semaphore over a pool's connections: each is free, taken for messages that are being claimed, or in use. Unlike the usual
 * ones it is taken by the handful: a claim serves as many connections as are free.
 */
export class Semaphore<Result> {
  #free: number;
  #taken = 0;
  #ended = 0;
  #inUse = 0;
  readonly #onEnd: (result: Result) => void;
  readonly #watchers = new Set<() => void>();

  constructor(count: number, onEnd: (result: Result) => void) {
    this.#free = count;
    this.#onEnd = onEnd;
  }

  get areIdle(): boolean {
    return this.#taken === 0 && this.#inUse === 0;
  }

  /**
   * Takes all that are free, once `wanted` are, or some for `patience` milliseconds: one that hangs holds nobody else up.
   * Gives how many, at least one.
   */
  async take(wanted: number, patience: number): Promise<number> {
    let timer: NodeJS.Timeout | undefined;
    const takeAll = (): number => {
      const taken = this.#free;
      this.#free = 0;
      this.#taken += taken;
      return taken;
    };
    let isLate = false;
    const taken = await this.#when((settle: (taken: number) => void, look) => {
      if (this.#free >= wanted || (isLate && this.#free > 0)) settle(takeAll());
      else if (this.#free > 0)
        timer ??= setTimeout(() => {
          isLate = true;
          look();
        }, patience);
    });
    clearTimeout(timer);
    return taken;
  }

  /** Gives back what was taken and is not needed. */
  give(count: number): void {
    this.#taken -= count;
    this.#free += count;
    this.#tell();
  }

  /** Uses one that was taken, for work that never rejects, and frees it then. */
  use(work: Promise<Result>): void {
    this.#taken -= 1;
    this.#inUse += 1;
    void this.#freeAfter(work);
  }

  /** Until the work of one more has ended, or none is in use or taken any more. */
  async oneEnds(): Promise<void> {
    const before = this.#ended;
    await this.#when((settle: (found: void) => void) => {
      if (this.#ended > before || this.areIdle) settle();
    });
  }

  async allEnd(): Promise<void> {
    await this.#when((settle: (found: void) => void) => {
      if (this.#inUse === 0) settle();
    });
  }

  async #freeAfter(work: Promise<Result>): Promise<void> {
    const result = await work;
    this.#inUse -= 1;
    this.#free += 1;
    this.#ended += 1;
    this.#onEnd(result);
    this.#tell();
  }

  #tell(): void {
    for (const look of this.#watchers) look();
  }

  /** Has `watch` look now and at each change, until it settles; it may look once more by itself. */
  async #when<Found>(
    watch: (settle: (found: Found) => void, look: () => void) => void,
  ): Promise<Found> {
    return new Promise((resolve) => {
      const settle = (found: Found): void => {
        this.#watchers.delete(look);
        resolve(found);
      };
      const look = (): void => watch(settle, look);
      this.#watchers.add(look);
      look();
    });
  }
}
