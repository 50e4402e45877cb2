import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { openDatabase } from '@adieu/db';
import type { EventIngress, SmsIngress } from '@adieu/intake';
import { signWebLink } from '@adieu/keys';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { createApp } from '../src/server/create-app.ts';
import { eventIngresses } from './events/providers.ts';
import { type House, openHouse, seedMails } from './house.ts';
import { stopp, testGateway } from './sms/test-gateway.ts';

/** Whatever reaches it is STOPP: what is asked is what the route says when nothing can be kept. */
const gateway: SmsIngress = {
  ...testGateway,
  mayBeFrom: () => true,
  verify: () => true,
  read: () => ({ events: [stopp()] }),
};

/** The same for what providers of mail tell: whatever reaches it is somebody who left there. */
const provider: EventIngress = {
  ...eventIngresses.ingressOf('postmark')!,
  mayBeFrom: () => true,
  open: async () => ({
    events: [
      {
        said: {},
        event: {
          kind: 'unsubscribe',
          address: 'somebody@example.test',
          providerMessageId: null,
          eventId: 'event-1',
          ourId: null,
          messageId: null,
          status: null,
          isFinal: true,
          complaintType: null,
          suppressedBy: null,
          group: null,
          at: null,
        },
      },
    ],
  }),
};

let house: House;
let app: Awaited<ReturnType<typeof createApp>>;
let relay: Server;
let link: string;
let web: string;
const sockets = new Set<Socket>();

/** A way to the database that can be cut, as a network is: what asks then hears ECONNREFUSED, as it would. */
async function cuttable(url: string): Promise<string> {
  const there = new URL(url);
  relay = createServer((near) => {
    const far = connect(Number(there.port), there.hostname);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => {}));
    near.pipe(far).pipe(near);
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  there.host = `127.0.0.1:${(relay.address() as AddressInfo).port}`;
  return there.href;
}

beforeAll(async () => {
  house = await openHouse();
  const [mail] = await seedMails(house, { count: 1 });
  link = mail!.token;
  web = signWebLink(house.org.ring, mail!.messageId);
  app = await createApp({
    db: await openDatabase({ url: await cuttable(house.test.url) }),
    ring: house.org.ring,
    log: pino({ level: 'silent' }),
    clock: () => house.now,
    certificate: null,
    preferenceCenterUrl: 'http://127.0.0.1:9',
    trustedProxies: null,
    graphiql: true,
    metricsToken: 'metrics-of-this-test',
    smsIngresses: { ingressOf: () => gateway },
    eventIngresses: { ingressOf: () => provider },
  });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  for (const socket of sockets) socket.destroy();
  relay?.close();
  await house?.close();
});

/** Routes that ask the database nothing, or can answer without it. */
const WITHOUT: ReadonlySet<string> = new Set([
  'GET /healthz',
  'GET /metrics',
  'GET /graphiql',
  'GET /v1',
  'GET /v1/openapi.json',
  'GET /t/:language',
  'POST /t/:language',
  'PUT /u/:token',
  'PATCH /u/:token',
  'DELETE /u/:token',
  'OPTIONS /u/:token',
  'GET /*',
  'POST /*',
]);

const ASKED = { query: '{ viewer { name } }' };
const STREAM = { query: 'subscription { optOutRequestChanged { request { id } } }' };

function request(route: string): { url: string; payload?: object | string } {
  const [method, path] = route.split(' ') as [string, string];
  const url = path
    .replace('/u/:token', `/u/${link}`)
    .replace('/m/:token', `/m/${web}`)
    .replace('/s/:code', '/s/abcdefg')
    .replace(':bookId', toId('book', house.org.newsletterId))
    .replace(/:\w+/, toId('account', house.org.accountId));
  if (method === 'POST' && path === '/u/:token')
    return { url, payload: 'List-Unsubscribe=One-Click' };
  if (path === '/graphql/stream') return { url, payload: STREAM };
  if (path === '/graphql')
    return method === 'GET'
      ? { url: `${url}?query=${encodeURIComponent(ASKED.query)}` }
      : { url, payload: ASKED };
  return { url: path.startsWith('/audience') ? `${url}?use=EMAIL` : url };
}

/** Every route of the api, as its router draws them: a tree of pieces of paths. */
function routes(): string[] {
  const above: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent, piece, methods] = /^(.*?)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
      if (piece === undefined) return [];
      const depth = indent!.length / 4;
      const path = `${above[depth - 1] ?? ''}${piece}`;
      above[depth] = path;
      return methods?.split(', ').map((method) => `${method} ${path}`) ?? [];
    })
    .filter((route) => !route.startsWith('HEAD ') && !route.startsWith('OPTIONS /graphql'));
}

describe('with the database away', () => {
  beforeAll(() => {
    relay.close();
    for (const socket of sockets) socket.destroy();
  });

  it('every route that needs it answers 503 with Retry-After, and says nothing of it (O-11)', async () => {
    const found = routes();
    expect(found).toContain('GET /reports/unsubscribed');
    expect(found).toContain('GET /m/:token');
    const answers: Record<string, unknown> = {};
    for (const route of found.filter((each) => !WITHOUT.has(each))) {
      const { url, payload } = request(route);
      const answer = await app.inject({
        method: route.split(' ')[0] as 'GET',
        url,
        headers: {
          authorization: `Bearer ${house.org.adminKey}`,
          'apollo-require-preflight': '1',
          ...(typeof payload === 'object' && { 'content-type': 'application/json' }),
        },
        ...(payload !== undefined && { payload }),
      });
      answers[route] = [answer.statusCode, Number(answer.headers['retry-after']) > 0];
      expect(answer.body).not.toMatch(/ECONN|127\.0\.0\.1|postgres|pool/i);
    }
    expect(answers).toEqual(
      Object.fromEntries(Object.keys(answers).map((route) => [route, [503, true]])),
    );
    expect(Object.keys(answers).length).toBeGreaterThanOrEqual(9);
  });

  it('a browser is shown a page in five languages', async () => {
    const answer = await app.inject({ url: `/m/${web}`, headers: { accept: 'text/html' } });
    expect(answer.statusCode).toBe(503);
    for (const language of ['en', 'sv', 'de', 'da', 'cs'])
      expect(answer.body).toContain(`lang="${language}"`);
  });

  it('what strangers ask of GraphQL by a link is answered as GraphQL answers', async () => {
    const payload = { query: '{ preferences(token: "x") { __typename } }' };
    const answer = await app.inject({ method: 'POST', url: '/graphql', payload });
    expect(answer.statusCode).toBe(200);
    const asked = { query: `{ preferences(token: "${link}") { __typename } }` };
    const away = await app.inject({ method: 'POST', url: '/graphql', payload: asked });
    expect(away.statusCode).toBe(503);
    expect(away.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  });
});
