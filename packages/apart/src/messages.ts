import type { Answer } from './jobs.ts';

/** What the thread of jobs says to the process around it. */
export interface ThreadMessage {
  /** Null: it is ready for its first. A part is none yet. */
  readonly answer: Answer | { readonly part: unknown } | null;
  /** What it has taken of the processor, all in all. */
  readonly cpuMs: number;
}

/** What that process says to the one that started it. `last`: it is of no more use. */
export type ChildMessage =
  | { readonly ready: true }
  | { readonly part: unknown }
  | {
      readonly answer: Answer;
      /** What the job took of the processor. */
      readonly cpuMs: number;
      readonly last: boolean;
    };

/** What it is started with. */
export interface ChildSettings {
  /** The module that calls `doJobs`. */
  readonly jobs: string;
  readonly cpuMs: number;
  readonly heapMb: number;
}
