import { expect, it } from 'vitest';
import { fuzz } from '../src/fuzz.ts';
import type { Target } from '../src/target.ts';

/** Lists within lists, more than JSON can be made of. */
function deep(): unknown {
  let list: unknown = 'the end';
  for (let i = 0; i < 100_000; i++) list = [list];
  return list;
}

it('tells the seed of an input that is nested too deep to be shown', async () => {
  const target: Target = {
    about: 'what is always wrong',
    draw: () => ({ deep: deep() }),
    open: async () => ({ answer: async () => 'wrong' }),
  };
  const ground = { database: () => Promise.reject(new Error('nobody needs one')) };
  const { fault } = await fuzz(target, { seed: 7, seconds: 0, ground });
  expect(fault).toMatchObject({ seed: 7, what: 'wrong', input: expect.stringContaining('deep') });
});
