import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, revokeApiKey } from '@adieu/db';
import { seed, until } from '@adieu/testkit';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { toId } from '../src/graphql/shared/ids.ts';
import { createApp } from '../src/server/create-app.ts';
import { type House, openHouse } from './house.ts';
import { openStream } from './stream.ts';

let house: House;

beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

/** A wish that waits for review; gives its id. */
async function ask(address: string, from: Pick<House, 'ask'> = house): Promise<string> {
  const { data } = await from.ask<{ requestOptOut: { request: { id: string } } }>(
    `mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { ... on OptOutRequested { request { id } } } }`,
    { input: { address, scope: { kind: 'BOOK', id: toId('book', house.org.staffId) } } },
  );
  return data.requestOptOut.request.id;
}

async function confirm(ids: string[]): Promise<void> {
  await house.ask(
    'mutation ($ids: [ID!]!) { decideOptOutRequests(input: { ids: $ids, decision: CONFIRM }) { __typename } }',
    { ids },
  );
}

async function changesCursor(): Promise<string> {
  const { data } = await house.ask<{ optOutRequests: { changesCursor: string } }>(
    '{ optOutRequests(first: 1) { changesCursor } }',
  );
  return data.optOutRequests.changesCursor;
}

/**
 * Until the api has looked for changes once more, with all in sight that is committed now. Seen by what each look ends with,
 * whether its key is in force, since a connection shows its last statement only; the first such end may be of a look that
 * began before.
 */
async function untilLookedAt(): Promise<void> {
  const { sql } = house.test.db;
  const [row] = await sql.rows<{ now: string }>('SELECT clock_timestamp()::text AS now');
  let after = row!.now;
  for (let looks = 0; looks < 2; looks += 1)
    after = await until(async () => {
      const [ended] = await sql.rows<{ at: string | null }>(
        `SELECT max(query_start)::text AS at FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle'
           AND query LIKE '%FROM api_key WHERE id = ANY%' AND query NOT LIKE '%pg_stat_activity%'
           AND query_start > $1::timestamptz`,
        [after],
      );
      return ended?.at;
    });
}

describe('optOutRequestChanged (N11)', () => {
  it('is served at /graphql too, to whoever asks for events there, as GraphiQL does', async () => {
    const query = 'subscription { optOutRequestChanged { request { id } } }';
    const stream = await openStream(house, null, house.org.adminKey, query, '/graphql');
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const id = await ask('live@example.test');
    expect(await stream.changes(1)).toEqual([{ request: { id } }]);
    stream.close();
  });

  it('tells what happens to requests, with the request as it is', async () => {
    const stream = await openStream(house);
    expect(stream.status).toBe(200);
    const id = await ask('live@example.test');
    const [opened] = await stream.changes(1);
    expect(opened).toMatchObject({
      event: { type: 'REQUESTED', requestId: id, newState: 'PENDING' },
      request: { id, state: 'PENDING' },
    });
    await confirm([id]);
    const [confirmed] = await stream.changes(1);
    expect(confirmed).toMatchObject({
      event: { type: 'CONFIRMED', requestId: id },
      request: { state: 'CONFIRMED' },
    });
    stream.close();
  });

  it('loses nothing between a list and the stream that goes on from it', async () => {
    await ask('listed@example.test');
    const after = await changesCursor();
    const id = await ask('between@example.test');
    const stream = await openStream(house, after);
    expect((await stream.changes(1))[0]!.event.requestId).toBe(id);
    stream.close();
  });

  it('loses nothing and repeats nothing over a reconnect in the middle (Q-10)', async () => {
    const first = await openStream(house, await changesCursor());
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) ids.push(await ask(`before-${i}@example.test`));
    const seen = await first.changes(2);
    first.close();
    for (let i = 0; i < 3; i += 1) ids.push(await ask(`while-away-${i}@example.test`));
    const second = await openStream(house, seen.at(-1)!.cursor);
    seen.push(...(await second.changes(4)));
    second.close();
    expect(seen.map(({ event }) => event.requestId)).toEqual(ids);
  });

  it('waits for a slow transaction instead of passing over what it commits late (Q-10)', async () => {
    const { db } = house.test;
    const stream = await openStream(house, await changesCursor());
    let commit = (): void => {};
    const mayCommit = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let written = (): void => {};
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const early = await ask('early@example.test');
    const slow = db.transaction(async (sql) => {
      // It draws its ids before the others, and commits after them.
      await sql.rows(
        `INSERT INTO ledger_event (organisation_id, at, type, request_id, address_key, channel, scope_kind, scope_id, actor_kind)
         SELECT organisation_id, at, 'DEADLINE_MOVED', request_id, address_key, channel, scope_kind, scope_id, 'SYSTEM' FROM ledger_event`,
      );
      written();
      await mayCommit;
    });
    await isWritten;
    let late: string;
    try {
      late = await ask('late@example.test');
      expect((await stream.changes(1))[0]!.event.requestId).toBe(early);
      await untilLookedAt();
    } finally {
      // Also where it failed: an open transaction holds back the streams of every test on this server.
      commit();
      await slow;
    }
    const rest = await stream.changes(2);
    expect(rest.map(({ event }) => [event.type, event.requestId])).toEqual([
      ['DEADLINE_MOVED', early],
      ['REQUESTED', late],
    ]);
    stream.close();
  });

  it('tells each change once to each of many followers, while many transactions run at once', async () => {
    const after = await changesCursor();
    const streams = await Promise.all(Array.from({ length: 10 }, () => openStream(house, after)));
    const ids = await Promise.all(
      Array.from({ length: 60 }, (_, i) => ask(`many-${i}@example.test`)),
    );
    const orders = await Promise.all(
      streams.map(async (stream) => (await stream.changes(60)).map(({ event }) => event.requestId)),
    );
    for (const order of orders) {
      expect(order).toEqual(orders[0]);
      expect(order.toSorted()).toEqual(ids.toSorted());
    }
    for (const stream of streams) stream.close();
  });

  it('goes on at another api after a restart', async () => {
    const stream = await openStream(house, await changesCursor());
    await ask('first@example.test');
    const [seen] = await stream.changes(1);
    const ours = await openDatabase({ url: house.test.url });
    const deps = {
      db: ours,
      ring: house.org.ring,
      log: pino({ level: 'silent' }),
      clock: () => house.now,
      certificate: null,
      preferenceCenterUrl: 'http://127.0.0.1:9',
      trustedProxies: null,
      graphiql: false,
      metricsToken: null,
    };
    const old = await createApp(deps);
    await old.listen({ host: '127.0.0.1', port: 0 });
    const url = `http://127.0.0.1:${(old.server.address() as AddressInfo).port}`;
    const elsewhere = await openStream({ ...house, url }, seen!.cursor);
    const second = await ask('second@example.test');
    const [change] = await elsewhere.changes(1);
    expect(change!.event.requestId).toBe(second);
    const closing = old.close();
    expect(await elsewhere.next()).toMatchObject({
      errors: [{ extensions: { code: 'RECONNECT', retryAfterSeconds: 5 } }],
    });
    expect(await elsewhere.next()).toBeNull();
    await closing;
    const third = await ask('third@example.test');
    const again = await openStream(house, change!.cursor);
    expect((await again.changes(1))[0]!.event.requestId).toBe(third);
    for (const each of [stream, again]) each.close();
    await ours.close();
  });

  it('sends all to a client that reads late, however much it was', async () => {
    const after = await changesCursor();
    await ask('slow-reader@example.test');
    await house.test.db.sql.rows(
      `INSERT INTO ledger_event (organisation_id, at, type, request_id, address_key, channel, scope_kind, scope_id, actor_kind, reason)
       SELECT organisation_id, at, 'DEADLINE_MOVED', request_id, address_key, channel, scope_kind, scope_id, 'SYSTEM', repeat('x', 2000)
       FROM ledger_event, generate_series(1, 3000)`,
    );
    const query = `subscription ($after: String) { optOutRequestChanged(after: $after) {
      cursor event { type requestId newState reason } } }`;
    const stream = await openStream(house, after, house.org.adminKey, query);
    // Nothing is read yet: another follower meanwhile gets all of it.
    const other = await openStream(house, after, house.org.adminKey, query);
    const cursors = (await other.changes(3_001)).map(({ cursor }) => cursor);
    expect((await stream.changes(3_001)).map(({ cursor }) => cursor)).toEqual(cursors);
    expect(new Set(cursors).size).toBe(3_001);
    for (const each of [stream, other]) each.close();
  });

  it('shows nothing of another organisation', async () => {
    const foreign = await seed(house.test.db, { name: 'Somebody else' });
    const theirs = await openStream(house, await changesCursor(), foreign.adminKey);
    const ours = await openStream(house, await changesCursor());
    const id = await ask('ours@example.test');
    expect((await ours.changes(1))[0]!.event.requestId).toBe(id);
    const { data } = await house.ask<{ requestOptOut: { request: { id: string } } }>(
      `mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { ... on OptOutRequested { request { id } } } }`,
      { input: { address: 'x@example.test', scope: { kind: 'ORGANISATION' } } },
      foreign.adminKey,
    );
    expect((await theirs.changes(1))[0]!.event.requestId).toBe(data.requestOptOut.request.id);
    for (const each of [ours, theirs]) each.close();
  });
});

describe('a stream', () => {
  it.each([
    ['no key', null, 401, 'UNAUTHENTICATED'],
    ['a key that is none', 'wrong', 401, 'UNAUTHENTICATED'],
  ])('is not opened by %s (Q-8)', async (_name, key, status, code) => {
    const response = await fetch(`${house.url}/graphql/stream`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ query: 'subscription { optOutRequestChanged { cursor } }' }),
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('is refused to a campaigner (Q-8)', async () => {
    const stream = await openStream(house, null, house.org.campaignerKey);
    expect(await stream.next()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(await stream.next()).toBeNull();
  });

  it.each([
    'xyz',
    'WyJjaGFuZ2VzIiwiLTEiLCIwIl0',
    'WyJjaGFuZ2VzIiwiOTk5OTk5OTk5OTk5OTk5OTk5OSIsIjAiXQ',
  ])('says that %s is no cursor', async (after) => {
    const stream = await openStream(house, after);
    expect(await stream.next()).toMatchObject({
      errors: [
        {
          message: expect.stringMatching(/cursor of an earlier change, or the changesCursor/),
          extensions: { code: 'BAD_USER_INPUT', field: 'after' },
        },
      ],
    });
  });

  it('is for subscriptions alone', async () => {
    const stream = await openStream(house, null, house.org.adminKey, '{ viewer { name } }');
    expect(stream.status).toBe(400);
  });

  const LEFT_OUT = [
    'subscription { optOutRequestChanged @skip(if: $v) { cursor } }',
    'subscription { ... @include(if: $v) { optOutRequestChanged { cursor } } }',
    'subscription { ...F } fragment F on Subscription { optOutRequestChanged @skip(if: $v) { cursor } }',
  ];
  it.each(
    LEFT_OUT.flatMap((query) => ['/graphql/stream', '/graphql'].map((path) => [path, query])),
  )(
    'is refused at %s where a variable leaves it out, and is no fault of ours: %s',
    async (path, query) => {
      const answer = await fetch(`${house.url}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: path === '/graphql' ? 'application/json' : 'text/event-stream',
          authorization: `Bearer ${house.org.adminKey}`,
        },
        body: JSON.stringify({ query }),
      });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('$v');
      expect(house.log()).not.toContain('"level":50');
    },
  );

  it('ends when its key does', async () => {
    const stream = await openStream(house);
    const [key] = await house.test.db.sql.rows<{ id: string }>(
      "SELECT id FROM api_key WHERE role = 'ADMIN'",
    );
    await revokeApiKey(house.test.db.sql, key!.id, house.now);
    expect(await stream.next()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await stream.next()).toBeNull();
  });

  it('ends with a word to connect again where the database is away', async () => {
    const stream = await openStream(house);
    await house.loseDatabase();
    expect(await stream.next()).toMatchObject({ errors: [{ extensions: { code: 'RECONNECT' } }] });
    expect(await stream.next()).toBeNull();
  });

  it('one key may hold twenty; the next is told to come back later (Q-12)', async () => {
    const streams = await Promise.all(Array.from({ length: 20 }, () => openStream(house)));
    const more = await openStream(house);
    expect(more.status).toBe(429);
    expect(more.headers.get('retry-after')).toBe('5');
    for (const stream of streams) stream.close();
  });
});
