import { expect, it } from 'vitest';
import { Dice } from '../src/dice.ts';
import { fuzz } from '../src/fuzz.ts';
import { testGround } from './test-ground.ts';
import { templates } from '../src/templates/templates.ts';

it('whatever an author writes is refused with a word or made into mails with their link, within a second (F1, H-17)', async () => {
  const { cases, fault } = await fuzz(templates, { seed: 39, seconds: 10, ground: testGround });
  expect(fault).toBeNull();
  expect(cases).toBeGreaterThan(5);
}, 120_000);

it('a seed draws the same again', () => {
  const drawn = (): string => JSON.stringify(templates.draw(new Dice(7)));
  expect(drawn()).toBe(drawn());
});
