import type { Expected, Pages } from './expected.ts';

/** So many are asked about at once. */
const AT_ONCE = 100;

/**
 * Of what should run, page by page what does not. Asked about by itself is only what the list does not name (it may lag
 * behind), and what should be at its end by now: a list that still names something that is lost must not hide it for ever.
 */
export async function* findMissing(
  pages: Pages,
  listed: Pick<ReadonlySet<string>, 'has'>,
  isRunning: (workflowId: string) => Promise<boolean>,
): AsyncGenerator<readonly Expected[]> {
  for await (const page of pages) {
    const doubtful = page.filter(({ workflowId, isDue }) => isDue || !listed.has(workflowId));
    const missing: Expected[] = [];
    for (let from = 0; from < doubtful.length; from += AT_ONCE) {
      const some = doubtful.slice(from, from + AT_ONCE);
      const runs = await Promise.all(some.map(({ workflowId }) => isRunning(workflowId)));
      missing.push(...some.filter((_, i) => !runs[i]));
    }
    yield missing;
  }
}
