import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, expect, it, vi } from 'vitest';
import type { Connection } from '../client/connect.ts';
import { verifyWebhook } from '../webhooks/verify-webhook.ts';
import { runListen } from './listen-command.ts';

afterEach(() => vi.restoreAllMocks());

const eventOf = (n: number, type: string) => ({
  id: `event_${n}`,
  type,
  body: JSON.stringify({ type, timestamp: '2026-12-01T12:00:00.000Z', data: { n } }),
});

/** An Adieu in which this happens, page after page; aborts when all was asked for. */
function adieuOf(pages: readonly (readonly ReturnType<typeof eventOf>[])[]) {
  const stopping = new AbortController();
  const asked: unknown[] = [];
  const connection: Connection = {
    url: 'https://adieu.example.test/graphql',
    ask: <Data>(_document: unknown, variables: unknown) => {
      asked.push(variables);
      const events = pages[asked.length - 1] ?? [];
      if (asked.length >= pages.length) stopping.abort();
      const told = { events, cursor: `cursor_${asked.length}`, hasMore: true };
      return Promise.resolve({ webhookEvents: told } as Data);
    },
  };
  return { connection, asked, signal: stopping.signal };
}

it('adieu listen prints what happens from now on, of the types that are asked for', async () => {
  const said = vi.spyOn(console, 'log').mockReturnValue();
  const [one, two] = [eventOf(1, 'optout.requested'), eventOf(2, 'optout.confirmed')];
  const { connection, asked, signal } = adieuOf([[], [one, two]]);
  await runListen(connection, { types: 'optout.confirmed', full: true }, signal);
  expect(said.mock.calls).toEqual([[`event_2 optout.confirmed\n${two.body}`]]);
  expect(asked).toEqual([
    { accountId: null, after: null, content: 'FULL' },
    { accountId: null, after: 'cursor_1', content: 'FULL' },
  ]);
});

it('adieu listen --forward hands on what a server verifies by the secret that is printed', async () => {
  const said = vi.spyOn(console, 'log').mockReturnValue();
  const taken: string[] = [];
  const server = createServer((request, response) => {
    const [, secret] = /secret (\S+)/.exec(said.mock.calls[0]![0] as string)!;
    const { headers } = request;
    const take = async (): Promise<void> => {
      const body = await buffer(request);
      taken.push(verifyWebhook({ headers, body, secret: secret! }).id);
      response.writeHead(204).end();
    };
    void take();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const forward = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  const { connection, signal } = adieuOf([[], [eventOf(1, 'optout.lifted')]]);
  await runListen(connection, { forward }, signal);
  server.close();
  expect(taken).toEqual(['event_1']);
  expect(said.mock.lastCall![0]).toContain('event_1 optout.lifted -> 204');
  await expect(runListen(connection, { forward: 'nowhere' }, signal)).rejects.toThrow(/--forward/);
});
