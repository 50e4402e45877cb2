import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AdieuError } from '../errors.ts';
import { TypedDocumentString } from '../generated/documents.ts';
import { connect } from './connect.ts';

const NAMES = new TypedDocumentString<{ accounts: { name: string }[] }, Record<string, never>>(
  'query Accounts { accounts { name } }',
);
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
  vi.unstubAllEnvs();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  return JSON.parse(Buffer.concat(await request.toArray()).toString());
}

describe('a connection', () => {
  it('asks by POST with the key in a header, and gives the data', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      void (async () => {
        seen.push(request.method, request.headers.authorization, await bodyOf(request));
        response.end('{"data":{"accounts":[{"name":"Nordlys"}]}}');
      })();
    });
    expect(await connect({ url, apiKey: 'key' }).ask(NAMES, {})).toEqual({
      accounts: [{ name: 'Nordlys' }],
    });
    expect(seen).toEqual(['POST', 'Bearer key', { query: NAMES.toString(), variables: {} }]);
  });

  it('is of the environment where nothing is given', async () => {
    const url = await serve((_, response) => response.end('{"data":{"accounts":[]}}'));
    vi.stubEnv('ADIEU_URL', url);
    vi.stubEnv('ADIEU_API_KEY', 'key');
    expect(await connect().ask(NAMES, {})).toEqual({ accounts: [] });
  });

  it.each([
    [undefined, 'key', 'NO_URL'],
    ['adieu.example.test', 'key', 'NO_URL'],
    ['https://adieu.example.test/graphql', undefined, 'NO_API_KEY'],
    ['https://adieu.example.test/graphql', '', 'NO_API_KEY'],
  ])('of %s with the key %s says which setting to set: %s', (url, apiKey, code) => {
    vi.stubEnv('ADIEU_URL', undefined);
    vi.stubEnv('ADIEU_API_KEY', undefined);
    expect(() => connect({ url, apiKey })).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['a page', 200, '<!doctype html>', 'NOT_ADIEU', 'answered 200 and no JSON'],
    [
      'a wrong key',
      401,
      '{"errors":[{"message":"Who are you?","extensions":{"code":"UNAUTHENTICATED"}}]}',
      'UNAUTHENTICATED',
      'Look at ADIEU_API_KEY.',
    ],
    ['nothing at all', 503, '{}', 'HTTP_503', 'The API answered 503.'],
  ])('that is answered with %s says so', async (_, status, body, code, message) => {
    const url = await serve((_request, response) => response.writeHead(status).end(body));
    await expect(connect({ url, apiKey: 'a secret' }).ask(NAMES, {})).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  it('that nobody answers names the place without the key, and keeps the cause', async () => {
    const url = await serve(() => undefined);
    closing.splice(0).forEach((close) => close());
    const { message, code, cause } = await connect({ url, apiKey: 'a secret' })
      .ask(NAMES, {})
      .then(
        () => expect.unreachable(),
        (error: unknown) => error as AdieuError,
      );
    expect(code).toBe('UNREACHABLE');
    expect(cause).toBeInstanceOf(Error);
    expect(message).toContain(new URL(url).origin);
    expect(message).toContain('ECONNREFUSED');
    expect(message).not.toContain('a secret');
  });
});
