import { expect, it } from 'vitest';
import { createShortLinkLimit } from './short-link-limit.ts';

const wrong = async (limit: ReturnType<typeof createShortLinkLimit>, origins: string[]) => {
  for (const origin of origins) await limit.wasWrong(origin);
};

it('whoever tries codes from many networks of one /48 is told nothing more; who lives beside it is (O-12)', async () => {
  const limit = createShortLinkLimit();
  const at = (n: number): string => `2001:db8:7:${n.toString(16)}::1`;
  await wrong(
    limit,
    Array.from({ length: 299 }, (_, n) => at(n)),
  );
  expect(await limit.isClosed(at(60_000))).toBe(false);
  await limit.wasWrong(at(300));
  expect(await limit.isClosed(at(60_000))).toBe(true);
  expect(await limit.isClosed('2001:db8:8::1')).toBe(false);
});

it('a client is closed after thirty, and its neighbours of the same network are not', async () => {
  const limit = createShortLinkLimit();
  await wrong(
    limit,
    Array.from({ length: 30 }, () => '192.0.2.7'),
  );
  expect(await limit.isClosed('192.0.2.7')).toBe(true);
  expect(await limit.isClosed('192.0.2.8')).toBe(false);
});
