import { Apart, type InputOf, type Job, type ResultOf } from '@adieu/apart';
import { APART_REFUSALS, BUDGET } from './budget.ts';
import type { Jobs } from './jobs.ts';

// Tests run from the sources, as their packages do.
const JOBS = new URL(`./thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** One for a process, from its first job on. */
const apart = new Apart<Jobs>(JOBS, BUDGET);

/** What a job gave, or why it gave nothing. */
export type Outcome<T> = { readonly done: T } | { readonly refused: string };

/**
 * Does a job on what authors wrote in a process of its own, with an end to its time and memory. Organisations are served in
 * turn. What the job itself throws is thrown here.
 */
export async function runApart<J extends Job<Jobs>>(
  job: J,
  input: InputOf<Jobs, J>,
  organisationId: string,
): Promise<Outcome<ResultOf<Jobs, J>>> {
  const outcome = await apart.run(job, input, organisationId);
  return 'refused' in outcome ? { refused: APART_REFUSALS[outcome.refused] } : outcome;
}
