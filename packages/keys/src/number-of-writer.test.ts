import { expect, it } from 'vitest';
import { numberOfWriter } from './number-of-writer.ts';

it.each([
  ['+46701740605', '+46701740605'],
  ['+5215512345678', '+525512345678'],
  ['+525512345678', '+525512345678'],
  ['+22997123456', '+2290197123456'],
  ['+2290197123456', '+2290197123456'],
  ['+999123456789', '+999123456789'],
  ['+4670174060512345', null],
  ['+46701', null],
  ['72080', null],
  ['MTN', null],
  ['', null],
])('%s wrote: that is %s (SM-16)', (said, number) => {
  expect(numberOfWriter(said)).toBe(number);
});
