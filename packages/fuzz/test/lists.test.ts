import { expect, it } from 'vitest';
import { Dice } from '../src/dice.ts';
import { fuzz } from '../src/fuzz.ts';
import { lists } from '../src/lists/lists.ts';
import { testGround } from './test-ground.ts';

it('a list in any format is read, or refused with a word, within a second of the processor (F10)', async () => {
  const { cases, fault } = await fuzz(lists, {
    seed: 20,
    seconds: 6,
    atLeast: 20,
    ground: testGround,
  });
  expect(fault).toBeNull();
  expect(cases).toBeGreaterThanOrEqual(20);
}, 120_000);

it('a seed draws the same list again', () => {
  const drawn = (): string => JSON.stringify(lists.draw(new Dice(7)));
  expect(drawn()).toBe(drawn());
});
