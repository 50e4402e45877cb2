import { expect, it } from 'vitest';
import { isAligned } from './is-aligned.ts';

it.each([
  ['nordlys.co.uk', 'nordlys.co.uk', true],
  ['nordlys.co.uk', 'mail.nordlys.co.uk', true],
  ['news.nordlys.se', 'mail.Nordlys.se', true],
  ['co.uk', 'nordlys.co.uk', false],
  ['github.io', 'somebody.github.io', false],
  ['one.github.io', 'other.github.io', false],
  ['se', 'nordlys.se', false],
  ['co.uk', 'co.uk', false],
  ['', '', false],
  ['127.0.0.1', '127.0.0.1', false],
])('%s and %s are of one owner: %s (M-5)', (one, other, are) => {
  expect(isAligned(one, other)).toBe(are);
  expect(isAligned(other, one)).toBe(are);
});
