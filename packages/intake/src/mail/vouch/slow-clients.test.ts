import { expect, it } from 'vitest';
import { SlowClients } from './slow-clients.ts';

it('a client that was slow is for ten minutes, and no other is', () => {
  let now = 0;
  const slow = new SlowClients(() => now);
  slow.add('192.0.2.7');
  expect([slow.has('192.0.2.7'), slow.has('192.0.2.8')]).toEqual([true, false]);
  now += 10 * 60_000;
  expect(slow.has('192.0.2.7')).toBe(false);
});
