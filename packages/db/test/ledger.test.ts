import {
  createTestDatabase,
  seed,
  type Seed,
  type TestDatabase,
  ledgerCounts,
} from '@adieu/testkit';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  eraseReasons,
  exportLedger,
  lastSeal,
  type LedgerVerification,
  sealLedger,
  verifyLedger,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-05-04T08:00:00.000Z');

const INSERT = `
  INSERT INTO ledger_event (organisation_id, at, type, request_id, recipient_id, address_key, channel, scope_kind, scope_id,
    actor_kind, actor, reason, detail)
  VALUES ($1, $2, 'REQUESTED', $3, $3, sha256('somebody'), 'EMAIL', 'BOOK', $4, 'KEY', 'Eva', $5, '{"b": "2", "a": "1"}')
  RETURNING id::text`;

const event = (requestId: string, reason: string | null = null): unknown[] => [
  org.organisationId,
  now,
  requestId,
  org.newsletterId,
  reason,
];

async function write(count: number, reason: string | null = null): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const [row] = await test.db.sql.rows<{ id: string }>(INSERT, event(randomUUID(), reason));
    ids.push(row!.id);
  }
  return ids;
}

async function sealAll(limit?: number): Promise<number> {
  await ledgerCounts(test.db.sql);
  let seals = 0;
  while ((await sealLedger(test.db, now, limit)) !== null) seals += 1;
  return seals;
}

/** What a superuser can do: everything, with the triggers out of the way. */
const tamper = (statement: string, values: unknown[] = []): Promise<void> =>
  test.db.transaction(async (sql) => {
    await sql.rows('SET LOCAL session_replication_role = replica');
    await sql.rows(statement, values);
  });

const verify = (
  from: number | null = null,
  to: number | null = null,
): Promise<LedgerVerification> => verifyLedger(test.db.sql, { from, to });

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  return () => test.close();
});

describe('sealing the ledger (W-12, N6)', () => {
  it('seals what is there in bounded batches, each event once, and then finds nothing more', async () => {
    await write(25);
    expect(await sealAll(10)).toBe(3);
    expect(await sealLedger(test.db, now)).toBeNull();
    expect(await verify()).toMatchObject({ from: 1, to: 3, events: 25, next: null, broken: null });
    await write(1);
    await ledgerCounts(test.db.sql);
    expect(await sealLedger(test.db, now)).toMatchObject({ sequence: 4, count: 1 });
    expect(await verify(4, 4)).toMatchObject({ from: 4, to: 4, events: 1, broken: null });
    expect((await verify()).head).toBe((await lastSeal(test.db.sql))!.sealHash);
  });

  it('waits for a transaction that is open: what commits late is sealed, after nothing was sealed past it', async () => {
    const slow = new pg.Client({ connectionString: test.url });
    await slow.connect();
    try {
      await slow.query('BEGIN');
      const late = await slow.query<{ id: string }>(INSERT, event(randomUUID()));
      const [quick] = await write(1);
      expect(Number(late.rows[0]!.id)).toBeLessThan(Number(quick));
      expect(await sealLedger(test.db, now)).toBeNull();
      await slow.query('COMMIT');
    } finally {
      await slow.end();
    }
    await ledgerCounts(test.db.sql);
    expect(await sealLedger(test.db, now)).toMatchObject({ sequence: 1, count: 2 });
    expect(await verify()).toMatchObject({ events: 2, broken: null });
  });

  it('seals each event once while many write and several seal at once', async () => {
    const writers = 8;
    const transactions = 40;
    const written = new AbortController();
    const writer = async (): Promise<void> => {
      for (let i = 0; i < transactions; i += 1) {
        await test.db.transaction(async (sql) => {
          await sql.rows(INSERT, event(randomUUID()));
          // Others draw ids and commit between these two.
          await sql.rows(INSERT, event(randomUUID()));
        });
      }
    };
    const sealer = async (): Promise<void> => {
      // Up to the newest events, where the writers are.
      while (!written.signal.aborted) await sealLedger(test.db, now);
    };
    const sealing = [sealer(), sealer()];
    await Promise.all(Array.from({ length: writers }, writer));
    written.abort();
    await Promise.all(sealing);
    await sealAll(7);
    expect(await verify()).toMatchObject({
      events: writers * transactions * 2,
      broken: null,
      next: null,
    });
    const overlaps = await test.db.sql.rows(
      `SELECT e.id FROM ledger_event e JOIN ledger_seal s
         ON (e.tx, e.id) >= (s.from_tx, s.from_id) AND (e.tx, e.id) <= (s.to_tx, s.to_id)
       GROUP BY e.id HAVING count(*) <> 1`,
    );
    expect(overlaps).toEqual([]);
  });

  it('goes on where the database was restored from a dump and counts its transactions anew', async () => {
    // From transactions far above those of this cluster; the last two were not sealed when the dump was made.
    await write(5);
    await tamper('UPDATE ledger_event SET tx = (9000000000 + id)::text::xid8');
    expect(await sealLedger(test.db, now, 3)).toMatchObject({ sequence: 1, count: 3 });
    const [fresh] = await write(4);
    await ledgerCounts(test.db.sql);
    expect(await sealAll(3)).toBe(3);
    expect(await verify()).toMatchObject({ from: 1, to: 4, events: 9, broken: null });
    await write(1);
    await sealAll();
    expect(await verify()).toMatchObject({ to: 5, events: 10, broken: null });
    const { events } = await exportLedger(
      test.db.sql,
      { organisationId: org.organisationId, eventId: fresh! },
      now,
    );
    expect(events[0]!.proof?.sequence).toBe(3);
    await tamper("UPDATE ledger_event SET actor = 'Mallory' WHERE id = $1", [fresh]);
    expect((await verify()).broken).toMatchObject({ sequence: 3, eventId: fresh });
  });
});

describe('the database itself refuses (W-12)', () => {
  it.each([
    'UPDATE ledger_event SET actor = null',
    "UPDATE ledger_event SET reason = 'other'",
    "UPDATE ledger_event SET reason = NULL, reason_salt = NULL, actor = 'Mallory'",
    'UPDATE ledger_event SET reason_hash = NULL',
    'DELETE FROM ledger_event',
    'TRUNCATE ledger_event',
    'UPDATE ledger_seal SET count = count + 1',
    'DELETE FROM ledger_seal',
    'TRUNCATE ledger_seal',
    'INSERT INTO ledger_seal SELECT sequence + 7, floor_id, max_id, from_tx, from_id, to_tx, to_id, count, merkle_root, seal_hash, seal_hash, leaf_hashes, now() FROM ledger_seal',
    'INSERT INTO ledger_seal SELECT sequence + 1, floor_id, max_id, from_tx, from_id, to_tx, to_id, count, merkle_root, seal_hash, seal_hash, leaf_hashes, now() FROM ledger_seal',
  ])('%s', async (attack) => {
    await write(3, 'a reason');
    await sealAll();
    await expect(test.db.sql.rows(attack)).rejects.toThrow(/append-only|must follow/);
    expect(await verify()).toMatchObject({ events: 3, broken: null });
  });

  it('the same to the role that owns the tables, where it is no superuser: it cannot step around the triggers by its session', async () => {
    await write(1, 'a reason');
    const role = `owner_${randomUUID().replaceAll('-', '')}`;
    await test.db.sql.rows(`CREATE ROLE ${role}`);
    for (const table of ['ledger_event', 'ledger_seal', 'suppression', 'double_opt_in_proof'])
      await test.db.sql.rows(`ALTER TABLE ${table} OWNER TO ${role}`);
    const asOwner = (statement: string): Promise<void> =>
      test.db.transaction(async (sql) => {
        await sql.rows(`SET LOCAL ROLE ${role}`);
        await sql.rows(statement);
      });
    await expect(asOwner('DELETE FROM ledger_event')).rejects.toThrow(/append-only/);
    await expect(asOwner('TRUNCATE ledger_event')).rejects.toThrow(/append-only/);
    await expect(asOwner('SET LOCAL session_replication_role = replica')).rejects.toThrow(
      /permission denied/,
    );
    await test.db.sql.rows('ALTER TABLE ledger_event OWNER TO CURRENT_USER');
    await test.db.sql.rows(`GRANT SELECT, INSERT ON ledger_event TO ${role}`);
    for (const attack of [
      'ALTER TABLE ledger_event DISABLE TRIGGER ALL',
      'DROP TRIGGER ledger_event_append_only ON ledger_event',
    ])
      await expect(asOwner(attack)).rejects.toThrow(/must be owner/);
  });
});

describe('what somebody changed behind the triggers is named', () => {
  let ids: string[];
  beforeEach(async () => {
    ids = await write(30, 'a reason');
    await sealAll(10);
  });

  it.each([
    ['EVENT_CHANGED', 2, 13, 'UPDATE ledger_event SET actor = $$Mallory$$ WHERE id = $1'],
    [
      'EVENT_CHANGED',
      1,
      0,
      "UPDATE ledger_event SET at = at + interval '1 microsecond' WHERE id = $1",
    ],
    ['EVENT_CHANGED', 3, 29, "UPDATE ledger_event SET detail = '{}' WHERE id = $1"],
    ['EVENT_CHANGED', 2, 12, 'UPDATE ledger_event SET reason = $$kinder$$ WHERE id = $1'],
    [
      'EVENT_CHANGED',
      2,
      12,
      'UPDATE ledger_event SET reason_hash = sha256(reason_salt) WHERE id = $1',
    ],
  ])('%s in seal %i', async (what, sequence, index, statement) => {
    await tamper(statement, [ids[index]]);
    expect((await verify()).broken).toEqual({
      break: what,
      sequence,
      eventId: ids[index],
      organisationId: org.organisationId,
    });
  });

  it('EVENT_MISSING, with the one that follows; null at the end of a seal', async () => {
    await tamper('DELETE FROM ledger_event WHERE id = $1', [ids[14]]);
    expect((await verify()).broken).toMatchObject({
      break: 'EVENT_MISSING',
      sequence: 2,
      eventId: ids[15],
    });
    await tamper('DELETE FROM ledger_event WHERE id = $1', [ids[9]]);
    expect((await verify()).broken).toMatchObject({
      break: 'EVENT_MISSING',
      sequence: 1,
      eventId: null,
    });
    expect((await verify(3, 3)).broken).toBeNull();
  });

  it('EVENT_ADDED into a range that was sealed', async () => {
    await tamper(
      `INSERT INTO ledger_event (organisation_id, at, type, address_key, channel, scope_kind, scope_id, actor_kind, tx)
       SELECT organisation_id, at, type, address_key, channel, scope_kind, scope_id, actor_kind, tx FROM ledger_event WHERE id = $1`,
      [ids[4]],
    );
    expect((await verify()).broken).toMatchObject({ break: 'EVENT_ADDED', sequence: 1 });
  });

  it('SEAL_CHANGED, where event and leaves were changed to fit each other, and CHAIN_BROKEN where the seal was too', async () => {
    await tamper('UPDATE ledger_seal SET merkle_root = sha256($$x$$) WHERE sequence = 2');
    expect((await verify()).broken).toMatchObject({ break: 'SEAL_CHANGED', sequence: 2 });
    await tamper('DELETE FROM ledger_seal WHERE sequence = 2');
    expect((await verify()).broken).toMatchObject({ break: 'CHAIN_BROKEN', sequence: 2 });
    await tamper('UPDATE ledger_seal SET sequence = 2 WHERE sequence = 3');
    expect((await verify()).broken).toMatchObject({ sequence: 2 });
  });

  it('and a long ledger is verified in parts', async () => {
    const part = await verifyLedger(test.db.sql, { from: null, to: null }, 15);
    expect(part).toMatchObject({ from: 1, to: 2, events: 20, next: 3, broken: null });
    expect(await verifyLedger(test.db.sql, { from: part.next, to: null }, 15)).toMatchObject({
      from: 3,
      to: 3,
      events: 10,
      next: null,
      broken: null,
    });
  });
});

describe('erasure', () => {
  it('takes a recipient’s reasons and leaves every seal whole (G-3, G-9)', async () => {
    const [gone] = await write(3, 'is my neighbour');
    await sealAll();
    const [row] = await test.db.sql.rows<{ recipientId: string }>(
      'SELECT recipient_id AS "recipientId" FROM ledger_event WHERE id = $1',
      [gone],
    );
    expect(
      await eraseReasons(test.db.sql, {
        organisationId: org.organisationId,
        recipientId: row!.recipientId,
      }),
    ).toBe(1);
    const left = await test.db.sql.rows(
      'SELECT count(*)::int AS n, count(reason)::int AS reasons, count(reason_salt)::int AS salts, count(reason_hash)::int AS hashes FROM ledger_event',
    );
    expect(left).toEqual([{ n: 3, reasons: 2, salts: 2, hashes: 3 }]);
    expect(await verify()).toMatchObject({ events: 3, broken: null });
  });
});

describe('every column of an event', () => {
  it('is in its leaf, or stands apart on purpose: whoever adds one decides (W-12)', async () => {
    const columns = await test.db.sql.rows<{ name: string }>(
      "SELECT attname AS name FROM pg_attribute WHERE attrelid = 'ledger_event'::regclass AND attnum > 0 AND NOT attisdropped",
    );
    const [id] = await write(1);
    const { events } = await exportLedger(
      test.db.sql,
      { organisationId: org.organisationId, eventId: id! },
      now,
    );
    const [row] = await test.db.sql.rows<Record<string, unknown>>(
      'SELECT * FROM ledger_event WHERE id = $1',
      [id],
    );
    expect(events).toHaveLength(1);
    expect(Object.keys(row!).toSorted()).toEqual(columns.map(({ name }) => name).toSorted());
    expect(columns.map(({ name }) => name).toSorted()).toEqual(
      [
        // In the leaf.
        'id',
        'organisation_id',
        'at',
        'type',
        'request_id',
        'recipient_id',
        'address_key',
        'channel',
        'scope_kind',
        'scope_id',
        'signal',
        'method',
        'policy_version',
        'old_state',
        'new_state',
        'actor_kind',
        'actor',
        'detail',
        'tx',
        'reason_hash',
        // Free text and its salt, which may be erased: `reason_hash` stands for them.
        'reason',
        'reason_salt',
      ].toSorted(),
    );
  });
});
