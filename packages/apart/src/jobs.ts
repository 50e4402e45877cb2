import type { Refusal } from './budget.ts';

/** Jobs by name: plain data in, plain data out. */
export type Job<Jobs> = keyof Jobs & string;
export type InputOf<Jobs, J extends Job<Jobs>> = Jobs[J] extends (input: infer Input) => unknown
  ? Input
  : never;
export type ResultOf<Jobs, J extends Job<Jobs>> = Jobs[J] extends (input: never) => infer Result
  ? Awaited<Result>
  : never;

/** One of the parts of a job that gives them one after another. */
export type PartOf<Jobs, J extends Job<Jobs>> = Jobs[J] extends (
  input: never,
) => AsyncIterable<infer Part>
  ? Part
  : never;

/** A job on its way to who does it. */
export interface Task {
  readonly job: string;
  readonly input: unknown;
}

/** Asks for the next part of what is being done. */
export interface More {
  readonly more: true;
}

/** What comes back. Errors go as words: what else they hold may not be sent. */
export type Answer =
  | { readonly done: unknown }
  | { readonly refused: Exclude<Refusal, 'busy'> }
  | { readonly fault: { readonly name: string; readonly message: string; readonly stack: string } };

export function faultOf(error: unknown): Answer {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { fault: { name, message, stack } };
}
