import { describe, expect, it } from 'vitest';
import type { Expected } from './expected.ts';
import { findMissing } from './find-missing.ts';

const PAGE = 1_000;

function pageOf(count: number): Expected[] {
  return Array.from({ length: count }, (_, i) => ({
    id: String(i),
    workflowId: `opt-out/${i}`,
    isDue: false,
    message: { kind: 'opt-out.opened', requestId: String(i), deadline: null },
  }));
}

/** What is found missing of a page of sleepers whose list and whose record lack these, and how much was asked for it. */
async function missingOf(lack: (i: number) => boolean, listLacks = lack) {
  const tally = { counts: 0, asked: 0 };
  const isLacking = (id: string, of: (i: number) => boolean) => of(Number(id.split('/')[1]));
  const runs = {
    async count(ids: readonly string[]) {
      tally.counts += 1;
      return ids.filter((id) => !isLacking(id, listLacks)).length;
    },
    async has(id: string) {
      tally.asked += 1;
      return !isLacking(id, lack);
    },
  };
  async function* pages() {
    yield pageOf(PAGE);
  }
  const found: string[] = [];
  for await (const missing of findMissing(pages(), runs))
    found.push(...missing.map(({ id }) => id));
  return { found, ...tally };
}

describe('what is missing of a thousand', () => {
  it('is nothing by one count, where all run', async () => {
    expect(await missingOf(() => false)).toEqual({ found: [], counts: 1, asked: 0 });
  });

  it.each([0, 499, 500, 999])(
    'is the one at %i, by a dozen of counts and few questions',
    async (at) => {
      const { found, counts, asked } = await missingOf((i) => i === at);
      expect(found).toEqual([String(at)]);
      expect(counts).toBeLessThan(16);
      expect(asked).toBeLessThanOrEqual(16);
    },
  );

  it('is all, each asked about once, where none is counted', async () => {
    const { found, counts, asked } = await missingOf(() => true);
    expect([found.length, counts, asked]).toEqual([PAGE, 1, PAGE]);
  });

  it('is nothing, where the list lags behind', async () => {
    const { found } = await missingOf(
      () => false,
      (i) => i % 7 === 0,
    );
    expect(found).toEqual([]);
  });
});
