import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { clientOf, originOf } from './client.ts';
import { createInvalidLinkLimit } from './invalid-link-limit.ts';

const SECRET = 'pages-and-the-api-of-these-tests-alone';

async function ask(headers: Record<string, string>, trustProxy: string | false = '10.0.0.1') {
  const app = Fastify({ trustProxy });
  app.get('/', (request) => ({ ...clientOf(request, SECRET), ip: originOf(request) }));
  return (await app.inject({ url: '/', headers, remoteAddress: '10.0.0.1' })).json<object>();
}

it.each([
  ['what the proxy in front names', { 'x-forwarded-for': '203.0.113.9' }, '203.0.113.9'],
  ['the last that is not believed', { 'x-forwarded-for': '1.2.3.4, 203.0.113.9' }, '203.0.113.9'],
  ['the proxy, where what it names is no address', { 'x-forwarded-for': 'unknown' }, '10.0.0.1'],
  ['the proxy, where it names nobody', {}, '10.0.0.1'],
])('the origin is %s (G-10)', async (_, headers, origin) => {
  expect(await ask(headers as Record<string, string>)).toMatchObject({ origin, ip: origin });
});

it('no header is believed of who is not one of TRUSTED_PROXIES (G-10)', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.9' };
  expect(await ask(headers, '10.0.0.2')).toMatchObject({ origin: '10.0.0.1' });
});

it.each([
  [{ 'x-adieu-pages': SECRET }, true],
  [{ 'x-adieu-pages': `${SECRET}x` }, false],
  [{ 'x-adieu-pages': '' }, false],
  [{}, false],
])('with %o is our pages: %s', async (headers, isPages) => {
  expect(await ask(headers as Record<string, string>)).toMatchObject({ isPages });
});

it('invalid links are counted by an IPv6 /64 together: one has them all (O-12)', async () => {
  const limit = createInvalidLinkLimit();
  const asked = Array.from({ length: 30 }, (_, i) => limit.isTooMany(`2001:db8:1:2::${i + 1}`));
  expect(await Promise.all(asked)).not.toContain(true);
  expect(await limit.isTooMany('2001:db8:1:2:ffff::1')).toBe(true);
  expect(await limit.isTooMany('2001:db8:1:3::1')).toBe(false);
});
