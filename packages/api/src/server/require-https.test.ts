import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { requireHttps } from './require-https.ts';

const PUBLIC = 'https://leave.example.com';
const ELSEWHERE = '203.0.113.9';
const isPages = (request: FastifyRequest): boolean => request.headers['x-pages'] === 'us';
let app: FastifyInstance;

function serve(more: { production?: boolean; hasCertificate?: boolean } = {}): FastifyInstance {
  app = Fastify({ trustProxy: '10.0.0.1' });
  const deps = { production: true, publicUrl: PUBLIC, hasCertificate: true, isPages, ...more };
  requireHttps(app, deps);
  app.get('/healthz', () => 'ok');
  app.all('/u/:token', () => 'ok');
  return app;
}
afterEach(() => app.close());

describe('where people come by', () => {
  it('browsers are told to use https alone, whoever speaks TLS', async () => {
    const answer = await serve({ hasCertificate: false }).inject({ url: '/u/x' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['strict-transport-security']).toBe('max-age=63072000');
  });

  it('a page asked for in plain http is found by https, and nothing else is taken', async () => {
    const page = await serve().inject({ url: '/u/x?done=1', remoteAddress: ELSEWHERE });
    expect(page.statusCode).toBe(308);
    expect(page.headers.location).toBe(`${PUBLIC}/u/x?done=1`);
    const wish = await app.inject({ method: 'POST', url: '/u/x', remoteAddress: ELSEWHERE });
    expect(wish.statusCode).toBe(403);
  });

  it.each([
    ['the pages beside it', { url: '/u/x', remoteAddress: '127.0.0.1' }, 200],
    [
      'our pages elsewhere',
      { url: '/u/x', remoteAddress: ELSEWHERE, headers: { 'x-pages': 'us' } },
      200,
    ],
    ['probes', { url: '/healthz', remoteAddress: ELSEWHERE }, 200],
    [
      'a proxy that is believed and had https',
      { url: '/u/x', remoteAddress: '10.0.0.1', headers: { 'x-forwarded-proto': 'https' } },
      200,
    ],
    [
      'one that is not',
      { url: '/u/x', remoteAddress: ELSEWHERE, headers: { 'x-forwarded-proto': 'https' } },
      308,
    ],
    [
      'somebody through a proxy on this machine',
      { url: '/u/x', remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': ELSEWHERE } },
      308,
    ],
  ])('plain http of %s', async (_, asked, status) => {
    expect((await serve().inject(asked)).statusCode).toBe(status);
  });
});

it('where one tries, plain http is as good', async () => {
  const answer = await serve({ production: false }).inject({
    url: '/u/x',
    remoteAddress: ELSEWHERE,
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).not.toHaveProperty('strict-transport-security');
});
