import { expect, it } from 'vitest';
import { isForeign } from './same-origin.server.ts';

const HOST = 'leave.example.test';

it.each([
  [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ 'sec-fetch-site': 'same-site', origin: 'https://other.example.test' }, true],
  [{ 'sec-fetch-site': 'cross-site', origin: `https://${HOST}` }, true],
  [{ origin: `https://${HOST}` }, false],
  [{ origin: `https://${HOST}.evil.example` }, true],
  [{ origin: 'https://evil.example' }, true],
  [{ origin: 'null' }, true],
  [{}, false],
])('a form with %j is foreign: %s (P6)', (headers, foreign) => {
  const request = new Request(`https://${HOST}/members`, {
    method: 'POST',
    headers: { 'x-forwarded-host': HOST, ...headers } as Record<string, string>,
  });
  expect(isForeign(request)).toBe(foreign);
});
