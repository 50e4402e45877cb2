import { expect, it } from 'vitest';
import { Dice } from '../src/dice.ts';
import { fuzz } from '../src/fuzz.ts';
import { mail } from '../src/mail/mail.ts';
import { testGround } from './test-ground.ts';

it('whatever comes in as a mail is read within bounds and a second, or it is said why not (M-11)', async () => {
  const { cases, fault } = await fuzz(mail, { seed: 11, seconds: 10, ground: testGround });
  expect(fault).toBeNull();
  expect(cases).toBeGreaterThan(50);
}, 120_000);

it('a seed draws the same again', () => {
  const drawn = (): string => JSON.stringify(mail.draw(new Dice(7)));
  expect(drawn()).toBe(drawn());
});
