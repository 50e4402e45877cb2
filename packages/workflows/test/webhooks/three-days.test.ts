import {
  createAccount,
  eraseRecipient,
  replayWebhooksSince,
  resumeWebhookEndpoint,
  webhookTarget,
} from '@adieu/db';
import { WEBHOOK_GIVES_UP_MS } from '@adieu/domain';
import { createOutbound, type Outbound, parseAllowedNetworks } from '@adieu/gateways';
import { createTestDatabase, leaves, seed, type Seed, type TestDatabase } from '@adieu/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDrain, type Drained } from '../../src/webhooks/drain.ts';
import { endpointOf, leave, peopleOf } from './endpoints.ts';
import { type HooksServer, startHooksServer } from './hooks-server.ts';

const HOUR = 3_600_000;

let test: TestDatabase;
let org: Seed;
let outbound: Outbound;
let server: HooksServer;
let people: Awaited<ReturnType<typeof peopleOf>>;
let now: Date;
let drain: (endpointId: string) => Promise<Drained>;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  people = await peopleOf(test, org, 60);
  outbound = createOutbound({ allow: parseAllowedNetworks('127.0.0.1') });
  const deps = { db: test.db, ring: org.ring, outbound, log: pino({ level: 'silent' }) };
  drain = createDrain({ ...deps, clock: () => now }, () => true);
});
afterAll(async () => {
  await server?.close();
  await outbound?.close();
  await test?.close();
});
beforeEach(async () => {
  await server?.close();
  server = await startHooksServer();
  now = new Date();
});

/** As the workflow does: waits by the clock for what it is told to wait for, and sees news as it is woken. */
async function until(endpointId: string, end: Date): Promise<Drained> {
  for (;;) {
    const drained = await drain(endpointId);
    if (drained.next === 'more') continue;
    if (drained.next !== 'wait' || new Date(drained.until) > end) return drained;
    now = new Date(drained.until);
  }
}

/** Until everything that happened can be seen, which other tests' transactions may put off. */
async function all(endpointId: string, count: number): Promise<void> {
  await expect
    .poll(
      async () => {
        await drain(endpointId);
        return server.taken().length;
      },
      { timeout: 20_000 },
    )
    .toBe(count);
}

describe('an endpoint', () => {
  it('that is away for three days gets all, once each by id, and in order (K-3, K-9)', async () => {
    const { id } = await endpointOf(test, org, server.url);
    const began = now;
    server.answer = () => 503;
    const leaving = people.slice(0, 40);
    for (const [i, person] of leaving.entries()) {
      await leave(test, org, [person], now);
      if (i % 4 === 0) await until(id, new Date(began.getTime() + (i + 4) * 2 * HOUR));
    }
    await expect.poll(async () => (await drain(id)).next, { timeout: 20_000 }).toBe('wait');
    await until(id, new Date(began.getTime() + 72 * HOUR));
    expect(server.taken()).toEqual([]);
    // Nothing but the first is tried, each time with the same id and body, and a time of its own.
    expect(new Set(server.hooks.map(({ id: each, body }) => each + body)).size).toBe(1);
    const attempts = server.hooks.length;
    expect(attempts).toBeGreaterThan(6);
    expect(new Set(server.hooks.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(
      attempts,
    );

    server.answer = () => 204;
    now = new Date((await webhookTarget(test.db.sql, id, now))!.retryAt!);
    await all(id, 2 * leaving.length);
    const taken = server.taken();
    expect(new Set(taken.map((hook) => hook.id)).size).toBe(taken.length);
    expect(taken[0]!.id).toBe(server.hooks[0]!.id);
    const recipients = taken.map(({ event }) => event.data.recipient!.id);
    expect(recipients.filter((_, i) => i % 2 === 0)).toEqual(
      recipients.filter((_, i) => i % 2 === 1),
    );
    expect(new Set(recipients).size).toBe(leaving.length);
    const times = taken.map(({ event }) => event.timestamp);
    expect(times).toEqual(times.toSorted());
    expect(taken.map(({ event }) => event.type)).toEqual(
      leaving.flatMap(() => ['optout.requested', 'optout.confirmed']),
    );
    expect(await webhookTarget(test.db.sql, id, now)).toMatchObject({
      failures: 0,
      failingSince: null,
      retryAt: null,
    });
  });

  it('that takes nothing for five days is disabled, and loses nothing (K-5)', async () => {
    const { id } = await endpointOf(test, org, server.url);
    const began = now;
    server.answer = () => 500;
    await leave(test, org, people.slice(40, 42), now);
    await expect.poll(async () => (await drain(id)).next, { timeout: 20_000 }).toBe('wait');
    expect(await until(id, new Date(began.getTime() + 10 * 24 * HOUR))).toEqual({
      next: 'disabled',
    });
    expect(now.getTime() - began.getTime()).toBeGreaterThanOrEqual(WEBHOOK_GIVES_UP_MS);
    // One more or less, as the waits are drawn.
    expect([12, 13]).toContain(server.hooks.length);
    await test.db.transaction((tx) => resumeWebhookEndpoint(tx, org.organisationId, id));
    server.answer = () => 200;
    await all(id, 4);
  });

  it('that took one after four days away and then fails is tried again soon: what was before is over (K-3)', async () => {
    const { id } = await endpointOf(test, org, server.url);
    const began = now;
    server.answer = () => 503;
    await leave(test, org, people.slice(58, 60), now);
    await expect.poll(async () => (await drain(id)).next, { timeout: 20_000 }).toBe('wait');
    await until(id, new Date(began.getTime() + 4 * 24 * HOUR));
    server.answer = () => (server.taken().length === 0 ? 204 : 503);
    now = new Date((await webhookTarget(test.db.sql, id, now))!.retryAt!);
    const drained = await drain(id);
    expect(drained).toMatchObject({ next: 'wait' });
    expect(server.taken()).toHaveLength(1);
    expect(await webhookTarget(test.db.sql, id, now)).toMatchObject({
      failures: 1,
      failingSince: now,
    });
    expect(Date.parse((drained as { until: string }).until) - now.getTime()).toBeLessThan(HOUR);
  });

  it('that says 410 is disabled at once (K-4)', async () => {
    const { id } = await endpointOf(test, org, server.url);
    server.answer = () => 410;
    await leave(test, org, people.slice(42, 43), now);
    await expect.poll(async () => (await drain(id)).next, { timeout: 20_000 }).toBe('disabled');
    expect(server.hooks).toHaveLength(1);
  });

  it('that asks for time gets it: Retry-After, and 429 without it (K-4)', async () => {
    const { id } = await endpointOf(test, org, server.url);
    const waits: number[] = [];
    const answers = [
      { status: 503, after: '120' },
      { status: 503, after: new Date(Math.ceil(now.getTime() / 1000) * 1000 + HOUR).toUTCString() },
      { status: 429, after: null },
    ];
    await leave(test, org, people.slice(43, 44), now);
    for (const { status, after } of answers) {
      server.answer = (_hook, response) => {
        response.writeHead(status, after === null ? {} : { 'retry-after': after });
        return status;
      };
      await expect.poll(async () => (await drain(id)).next, { timeout: 20_000 }).toBe('wait');
      const target = (await webhookTarget(test.db.sql, id, now))!;
      waits.push(target.retryAt!.getTime() - now.getTime());
      // As if it were the first failure each time.
      await test.db.sql.rows(
        'UPDATE webhook_endpoint SET failures = 0, failing_since = NULL, retry_at = NULL WHERE id = $1',
        [id],
      );
    }
    expect(waits[0]).toBe(120_000);
    expect(waits[1]).toBeGreaterThan(HOUR - 1);
    expect(waits[2]).toBe(60_000);
  });

  it('that redirects is not followed, and fails (K-4)', async () => {
    const other = await startHooksServer();
    const { id } = await endpointOf(test, org, server.url);
    server.answer = (_hook, response) => {
      response.writeHead(307, { location: other.url });
      return 307;
    };
    await leave(test, org, people.slice(44, 45), now);
    await expect.poll(async () => (await drain(id)).next, { timeout: 20_000 }).toBe('wait');
    expect(other.hooks).toEqual([]);
    await other.close();
  });

  it('whose address is private is refused clearly, and tried again later (K-6)', async () => {
    const { id } = await endpointOf(test, org, 'https://169.254.169.254/latest/meta-data/');
    await leave(test, org, people.slice(45, 46), now);
    await expect.poll(async () => (await drain(id)).next, { timeout: 20_000 }).toBe('wait');
    const [row] = await test.db.sql.rows<{ tries: { fault: string; status: null }[] }>(
      'SELECT tries FROM webhook_delivery WHERE endpoint_id = $1',
      [id],
    );
    expect(row!.tries).toMatchObject([{ fault: 'PRIVATE_ADDRESS', status: null }]);
  });

  it('is told of what it wants alone, and of nothing that its place has passed', async () => {
    const { id } = await endpointOf(test, org, server.url, { types: ['optout.confirmed'] });
    await leave(test, org, people.slice(46, 50), now);
    await all(id, 4);
    expect(new Set(server.hooks.map(({ event }) => event.type))).toEqual(
      new Set(['optout.confirmed']),
    );
    // A crash between two of what is told of one event: the second alone is told again.
    await test.db.sql.rows(
      `UPDATE webhook_endpoint SET types = '{}', after_id = (SELECT max(id) - 1 FROM ledger_event), after_part = 1,
         after_tx = (SELECT tx FROM ledger_event ORDER BY id DESC LIMIT 1) WHERE id = $1`,
      [id],
    );
    await all(id, 5);
    expect(server.hooks.at(-1)!.id).toBe(server.hooks.at(-2)!.id);
  });

  it('of an account is told of that account alone, and of wishes to the organisation of those it knows (D7)', async () => {
    const other = await createAccount(test.db.sql, {
      organisationId: org.organisationId,
      name: 'Another',
      sender: { name: 'Another', address: 'news@nordlys.example.test' },
      defaultLanguage: 'en',
    });
    const [own, foreign, whole] = [server, await startHooksServer(), await startHooksServer()];
    const [mine, theirs, ours] = [
      await endpointOf(test, org, own.url, { accountId: org.accountId }),
      await endpointOf(test, org, foreign.url, { accountId: other }),
      await endpointOf(test, org, whole.url),
    ];
    await leave(test, org, people.slice(50, 52), now);
    await leaves(
      test.db.sql,
      {
        organisationId: org.organisationId,
        recipientId: people[52]!.recipientId,
        scope: { kind: 'ORGANISATION', id: org.organisationId },
      },
      { now },
    );
    await all(mine.id, 6);
    await expect
      .poll(async () => [await drain(ours.id), whole.hooks.length].at(1), { timeout: 20_000 })
      .toBe(6);
    await drain(theirs.id);
    expect(foreign.hooks).toEqual([]);
    expect(own.hooks.map(({ id }) => id)).toEqual(whole.hooks.map(({ id }) => id));
    await foreign.close();
    await whole.close();
  });

  it('with full bodies is told the address, and after an erasure the log and what is delivered hold it no more (G-3)', async () => {
    const { id } = await endpointOf(test, org, server.url, { content: 'FULL' });
    const [person] = people.slice(53, 54);
    await leave(test, org, [person!], now);
    await all(id, 2);
    expect(server.hooks[0]!.event.data.recipient!.address).toBe(person!.address);
    await test.db.transaction((tx) =>
      eraseRecipient(tx, { recipientId: person!.recipientId, now }),
    );
    const kept = await test.db.sql.rows(
      'SELECT 1 FROM webhook_delivery WHERE position($1 in body) > 0',
      [person!.address],
    );
    expect(kept).toEqual([]);
    await expect
      .poll(async () => [await drain(id), server.hooks.at(-1)!.event.type].at(1), {
        timeout: 20_000,
      })
      .toBe('recipient.erased');
    expect(server.hooks.at(-1)!.event.data.recipient!.address).toBeNull();
  });

  it('begins again since a time, with the same ids and in order (K-5)', async () => {
    const { id } = await endpointOf(test, org, server.url);
    await leave(test, org, people.slice(54, 55), new Date(now.getTime() - HOUR));
    await leave(test, org, people.slice(55, 58), now);
    await all(id, 8);
    const { organisationId } = org;
    const replay = (since: Date) =>
      test.db.transaction((tx) =>
        replayWebhooksSince(tx, { organisationId, endpointId: id, since }),
      );
    expect(await replay(new Date(now.getTime() + HOUR))).toEqual({ refused: 'nothing-since' });
    expect(await replay(new Date(now.getTime() - 1_000))).toEqual({ id });
    await all(id, 14);
    const ids = server.hooks.map((hook) => hook.id);
    expect(ids.slice(8)).toEqual(ids.slice(2, 8));
    const [log] = await test.db.sql.rows<{ count: number }>(
      'SELECT count(*)::int AS count FROM webhook_delivery WHERE endpoint_id = $1',
      [id],
    );
    expect(log!.count).toBe(8);
  });
});
