import { decideRequests } from '@adieu/db';
import {
  type ChangedSuppressions,
  followSuppressions,
  type ListedSuppression,
  type SuppressionCopy,
} from '@adieu/sdk';
import { createTestDatabase, leaves, ledgerCounts, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId, toScopeId } from '../../src/graphql/shared/ids.ts';
import { type House, openHouse } from '../house.ts';
import { askV1, keyFor } from './ask-v1.ts';

const MANY = 1_000;
let house: House;
/** The other system: a database of its own, with no more than what it was told. */
let other: TestDatabase;
let addKey: string;
let apiKey: string;
beforeAll(async () => {
  house = await openHouse();
  other = await createTestDatabase();
  await other.db.sql.rows(
    'CREATE TABLE copied (key text, standing jsonb, primary key (key, standing))',
  );
  await other.db.sql.rows('CREATE TABLE kept (cursor text)');
  addKey = await keyFor(house, ['opt-outs:add']);
  apiKey = await keyFor(house, ['suppressions:read']);
});
afterAll(async () => {
  await house?.close();
  await other?.close();
});

const keep = async (cursor: string): Promise<void> => {
  await other.db.sql.rows('DELETE FROM kept');
  await other.db.sql.rows('INSERT INTO kept VALUES ($1)', [cursor]);
};
const COPIED = `INSERT INTO copied SELECT x->>'key', x->'standing' FROM jsonb_array_elements($1::jsonb) x ON CONFLICT DO NOTHING`;
const take = (
  rows: readonly (
    | ListedSuppression
    | (ChangedSuppressions['suppressions'][number] & { key: string })
  )[],
) =>
  other.db.sql.rows(COPIED, [
    JSON.stringify(
      rows.map(({ key, scope, ownListOf, state, since }) => ({
        key,
        standing: [scope.kind, scope.id, ownListOf, state, since],
      })),
    ),
  ]);
const copy: SuppressionCopy = {
  async cursor() {
    const [row] = await other.db.sql.rows<{ cursor: string }>('SELECT cursor FROM kept');
    return row?.cursor ?? null;
  },
  async begin() {
    await other.db.sql.rows('DELETE FROM copied');
  },
  async add(page) {
    await take(page);
  },
  end: keep,
  async change(changes, cursor) {
    await other.db.sql.rows('DELETE FROM copied WHERE key = ANY ($1)', [
      changes.map(({ key }) => key),
    ]);
    await take(
      changes.flatMap(({ key, suppressions }) => suppressions.map((each) => ({ key, ...each }))),
    );
    await keep(cursor);
  },
};
const follow = () => followSuppressions(copy, { url: house.url, apiKey });

async function copied(): Promise<string[]> {
  const rows = await other.db.sql.rows<{ key: string; standing: unknown }>('SELECT * FROM copied');
  return rows.map(({ key, standing }) => JSON.stringify([key, standing])).toSorted();
}
async function standingThere(): Promise<string[]> {
  const rows = await house.test.db.sql.rows<{
    key: string;
    kind: 'BOOK';
    id: string;
    state: string;
    since: Date;
  }>(
    `SELECT encode(address_key, 'hex') AS key, scope_kind AS kind, scope_id AS id, state, since FROM suppression`,
  );
  return rows
    .map(({ key, kind, id, state, since }) =>
      JSON.stringify([key, [kind, toScopeId(kind, id), null, state, since.toISOString()]]),
    )
    .toSorted();
}

async function leave(from: number, count: number): Promise<void> {
  for (let at = from; at < from + count; at += 100) {
    const addresses = Array.from({ length: 100 }, (_, i) => `leaver-${at + i}@example.test`);
    const scope = { kind: 'BOOK', id: toId('book', house.org.newsletterId) };
    const { body } = await askV1(house, '/v1/opt-outs', addKey, {
      body: { channel: 'EMAIL', scope, addresses },
    });
    expect(body.added).toBe(100);
  }
}

/** Somebody's unclear wish about the staff's book, which pauses them until it is declined. */
async function pauseAndDecline(declines: boolean, nth: number): Promise<void> {
  const { organisationId, staffId } = house.org;
  const [person] = await house.test.db.sql.rows<{ id: string }>(
    'SELECT id FROM recipient WHERE organisation_id = $1 ORDER BY id OFFSET $2 LIMIT 1',
    [organisationId, nth],
  );
  const target = {
    organisationId,
    recipientId: person!.id,
    scope: { kind: 'BOOK', id: staffId },
  } as const;
  const { requestId } = await leaves(house.test.db.sql, target, {
    signal: 'UNCLEAR',
    now: house.now,
  });
  if (!declines) return;
  await house.test.db.transaction((tx) =>
    decideRequests(tx, {
      organisationId,
      requestIds: [requestId],
      decision: 'DECLINE',
      reason: 'A misunderstanding',
      actor: { kind: 'KEY', name: 'test' },
      now: house.now,
    }),
  );
}

describe('another system that follows /v1/changes alone (D5)', () => {
  it(`has the same opt-outs after ${MANY} wishes that came meanwhile, and after a 410`, async () => {
    await leave(0, 400);
    expect(await follow()).toMatchObject({ whole: true, count: 400 });
    // It follows while wishes come, as fast as it can.
    const over = new AbortController();
    const following = (async () => {
      while (!over.signal.aborted) await follow();
    })();
    await Promise.all([leave(400, 300), leave(700, 300)]);
    for (let nth = 0; nth < 40; nth += 1) await pauseAndDecline(nth % 2 === 0, nth);
    over.abort();
    await following;
    await ledgerCounts(house.test.db.sql);
    await follow();
    expect(await copied()).toEqual(await standingThere());
    expect(await copied()).toHaveLength(MANY + 20);

    // What it kept is of another server: it begins anew by itself, and what it had besides goes.
    await keep(
      Buffer.from(JSON.stringify(['changes', '1/00000001', '7', '7'])).toString('base64url'),
    );
    await other.db.sql.rows(`INSERT INTO copied VALUES ('of the server before', '{}')`);
    expect(await follow()).toMatchObject({ whole: true });
    expect(await copied()).toEqual(await standingThere());
    expect(await follow()).toEqual({ whole: false, count: 0 });
  }, 120_000);

  it('a key that opens nothing is an error that says so, and changes nothing', async () => {
    const before = await copied();
    await expect(
      followSuppressions(copy, { url: house.url, apiKey: addKey }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('suppressions:read'),
    });
    expect(await copied()).toEqual(before);
  });
});
