import type { Context } from 'liquidjs';
import { inFigures, MAIL_LIMITS } from './limits.ts';

type Limiter = Context['memoryLimit'];

/** What filling one mail may take in all, whichever of its parts takes it. Counted, not timed: the same on every machine. */
export class Work {
  /** Why it is over, for people; null as long as it is not. */
  exceeded: string | null = null;
  #steps = 0;
  #memory = 0;

  /** As Liquid asks for limits: once for each step, and for each character that a filter makes. */
  readonly limits = {
    renderLimit: { use: () => {}, check: () => this.#step() } as unknown as Limiter,
    memoryLimit: {
      use: (count: number) => this.#use(count),
      check: () => {},
    } as unknown as Limiter,
  };

  /** Throws where a part has become longer than a mail is. */
  grow(length: number): void {
    if (length <= MAIL_LIMITS.filled) return;
    this.#end(`filled, it is longer than ${inFigures(MAIL_LIMITS.filled)} characters: shorten it`);
  }

  #step(): void {
    this.#steps += 1;
    if (this.#steps <= MAIL_LIMITS.steps) return;
    this.#end(
      `to fill it Liquid takes more than ${inFigures(MAIL_LIMITS.steps)} steps: let its loops go round less often`,
    );
  }

  #use(count: number): void {
    if (count > 0) this.#memory += count;
    if (this.#memory <= MAIL_LIMITS.memory) return;
    this.#end('to fill it Liquid makes texts that are too long: take less of loops and filters');
  }

  #end(why: string): never {
    this.exceeded ??= why;
    throw new Error(why);
  }
}
