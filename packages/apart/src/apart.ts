import { availableParallelism } from 'node:os';
import type { Budget, Refusal } from './budget.ts';
import { Child, type Part } from './child.ts';
import { FairQueue } from './fair-queue.ts';
import {
  type Answer,
  faultOf,
  type InputOf,
  type Job,
  type PartOf,
  type ResultOf,
  type Task,
} from './jobs.ts';

const CHILDREN = { least: 2, most: 4 } as const;
const MOST_WAITING = 200;
/** A start takes a second: who edits a text has it looked over again and again. */
const IDLE_MS = 120_000;

/** What a job gave, or why it gave nothing. */
export type Outcome<T> = { readonly done: T } | { readonly refused: Refusal };

interface Waiting {
  readonly task: Task;
  readonly settle: (answer: Answer) => void;
  readonly onPart?: (part: Part) => void;
}

interface Served {
  readonly whose: string;
  readonly item: Waiting;
}

/**
 * Does jobs on what strangers wrote in processes of their own, each with an end to its time and memory: whatever an input
 * does, it ends its process alone, and another takes its place. They start with the first job and end when there are none
 * for a while, or with this process, however that ends.
 */
export class Apart<Jobs> {
  readonly #jobs: URL;
  readonly #budget: Budget;
  readonly #idleMs: number;
  readonly #children = new Set<Child>();
  readonly #queue = new FairQueue<Waiting>(MOST_WAITING);
  readonly #most: number;

  /** @param jobs the module that calls `doJobs` */
  constructor(jobs: URL, budget: Budget, { idleMs = IDLE_MS, most = mostChildren() } = {}) {
    this.#jobs = jobs;
    this.#budget = budget;
    this.#idleMs = idleMs;
    this.#most = most;
  }

  /** `whose` the input is: each party is served in turn. What the job itself throws is thrown here. */
  async run<J extends Job<Jobs>>(
    job: J,
    input: InputOf<Jobs, J>,
    whose: string,
  ): Promise<Outcome<ResultOf<Jobs, J>>> {
    const { promise, resolve: settle } = Promise.withResolvers<Answer>();
    if (!this.#queue.add(whose, { task: { job, input }, settle })) return { refused: 'busy' };
    this.#serve();
    const answer = await promise;
    if ('fault' in answer) throw thrown(answer);
    return answer as Outcome<ResultOf<Jobs, J>>;
  }

  /**
   * A job that gives its result in parts, each made when it is asked for; who stops asking ends it. Its time does not run
   * while the one who asked works on a part.
   */
  async *runInParts<J extends Job<Jobs>>(
    job: J,
    input: InputOf<Jobs, J>,
    whose: string,
  ): AsyncGenerator<Outcome<PartOf<Jobs, J>>, void> {
    type Got = { readonly answer: Answer } | Part;
    let next = Promise.withResolvers<Got>();
    const settle = (answer: Answer): void => next.resolve({ answer });
    const onPart = (part: Part): void => next.resolve(part);
    if (!this.#queue.add(whose, { task: { job, input }, settle, onPart })) {
      yield { refused: 'busy' };
      return;
    }
    this.#serve();
    let last: Part | null = null;
    try {
      for (;;) {
        const got = await next.promise;
        next = Promise.withResolvers();
        last = 'answer' in got ? null : got;
        if ('answer' in got) {
          if ('fault' in got.answer) throw thrown(got.answer);
          if ('refused' in got.answer) yield { refused: got.answer.refused };
          return;
        }
        yield { done: got.part as PartOf<Jobs, J> };
        got.more();
      }
    } finally {
      last?.stop();
    }
  }

  #serve(): void {
    for (const child of this.#in('idle')) {
      const next = this.#queue.take();
      if (next === null) return;
      void this.#give(child, next);
    }
    // Nobody is given to one that only starts: another may be free before.
    let starting = this.#in('starting').length;
    for (; starting < this.#queue.size && this.#children.size < this.#most; starting++)
      this.#start();
  }

  #start(): void {
    const child = new Child(this.#jobs, this.#budget, {
      idleMs: this.#idleMs,
      onReady: () => this.#serve(),
      onEnd: (why, hadStarted) => {
        this.#children.delete(child);
        // Whoever waits for it must hear that there is none.
        const next = hadStarted ? null : this.#queue.take();
        if (next !== null) this.#answer(next, 'fault' in why ? why : faultOf(NOT_STARTED));
      },
    });
    this.#children.add(child);
  }

  async #give(child: Child, next: Served): Promise<void> {
    const { task, onPart = () => {} } = next.item;
    this.#answer(next, await child.do(task, onPart));
  }

  #answer({ whose, item }: Served, answer: Answer): void {
    this.#queue.ended(whose);
    item.settle(answer);
    this.#serve();
  }

  #in(state: Child['state']): Child[] {
    return [...this.#children].filter((child) => child.state === state);
  }
}

function mostChildren(): number {
  return Math.min(CHILDREN.most, Math.max(CHILDREN.least, availableParallelism()));
}

function thrown({ fault: { name, message, stack } }: Extract<Answer, { fault: unknown }>): Error {
  return Object.assign(new Error(message), { name, stack });
}

const NOT_STARTED = new Error('the process of a job did not start');
