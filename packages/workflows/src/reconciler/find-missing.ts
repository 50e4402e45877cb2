import type { Expected, Pages } from './expected.ts';

/** So many are asked about at once. */
const AT_ONCE = 100;
/** So few are asked about rather than counted once more. */
const FEW = 16;

/** What Temporal says of what runs. */
export interface Runs {
  /** How many of these, by its list, which may lag behind. */
  count(workflowIds: readonly string[]): Promise<number>;
  /** Of one, by its own record. */
  has(workflowId: string): Promise<boolean>;
}

/**
 * Of what should run, page by page what does not. Asked about by itself is only what the list does not count, and what
 * should be at its end by now: a list that still names something that is lost must not hide it for ever.
 */
export async function* findMissing(pages: Pages, runs: Runs): AsyncGenerator<readonly Expected[]> {
  for await (const page of pages) {
    const { due = [], asleep = [] } = Object.groupBy(page, ({ isDue }) =>
      isDue ? 'due' : 'asleep',
    );
    const doubtful = [...due, ...(await uncounted(asleep, runs))];
    const missing: Expected[] = [];
    for (let from = 0; from < doubtful.length; from += AT_ONCE) {
      const some = doubtful.slice(from, from + AT_ONCE);
      const answers = await Promise.all(some.map(({ workflowId }) => runs.has(workflowId)));
      missing.push(...some.filter((_, i) => !answers[i]));
    }
    yield missing;
  }
}

/** Halves what is not counted whole until few are left, so that one that is lost among many is soon found. */
async function uncounted(some: readonly Expected[], runs: Runs): Promise<readonly Expected[]> {
  if (some.length === 0) return [];
  const running = await runs.count(some.map(({ workflowId }) => workflowId));
  if (running === some.length) return [];
  if (running === 0 || some.length <= FEW) return some;
  const half = Math.ceil(some.length / 2);
  return [
    ...(await uncounted(some.slice(0, half), runs)),
    ...(await uncounted(some.slice(half), runs)),
  ];
}
