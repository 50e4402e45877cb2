import { expect, it } from 'vitest';
import { nextTry } from './backoff.ts';

it('a child that keeps ending is started ever more slowly, one that ran well at once', () => {
  const delays: number[] = [];
  let count = 0;
  for (let i = 0; i < 9; i++) {
    const { endedInARow, delayMs } = nextTry(count, 100);
    count = endedInARow;
    delays.push(delayMs);
  }
  expect(delays).toEqual([200, 400, 800, 1600, 3200, 6400, 12_800, 15_000, 15_000]);
  expect(nextTry(count, 60_000)).toEqual({ endedInARow: 1, delayMs: 200 });
});
