import {
  createTestDatabase,
  leaves,
  seed,
  type Seed,
  type TestDatabase,
  released,
} from '@adieu/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  changeOrganisation,
  OrganisationEntity,
  evidenceOfRequests,
  type Purgeable,
  purgeBatch,
  withIdempotency,
  ledgerOfRequest,
  recordMachineSignal,
  suppressionsOf,
} from '../src/index.ts';

const DAY = 86_400_000;
const now = new Date('2026-05-04T08:00:00.000Z');
const days = (n: number): Date => new Date(now.getTime() + n * DAY);
let test: TestDatabase;
let org: Seed;

beforeEach(async () => {
  test = await createTestDatabase({ role: 'engine' });
  org = await seed(test.db);
});
afterEach(() => test?.close());

async function haveLeft(
  count: number,
  of = org,
): Promise<{ requestId: string; recipientId: string }[]> {
  const { messages } = await released(test, of, { count, now });
  const evidence = { origin: '192.0.2.7', path: '/u/:token', headers: { 'user-agent': 'test' } };
  return Promise.all(
    messages.map(({ id }) => leaves(test.db.sql, id, { method: 'ONE_CLICK', evidence, now })),
  );
}

async function purgeAll(what: Purgeable, at: Date, limit = 100): Promise<number> {
  let gone = 0;
  for (let n = limit; n === limit; gone += n) n = await purgeBatch(test.db.sql, what, at, limit);
  return gone;
}

const evidenceOf = (requestId: string, of = org) =>
  evidenceOfRequests(test.db.sql, of.organisationId, [requestId]);

describe('evidence', () => {
  it('goes after three years, its address after ninety days; request, suppression and ledger stay', async () => {
    const [first] = await haveLeft(1);
    const { requestId, recipientId } = first!;
    expect(await evidenceOf(requestId)).toMatchObject([
      {
        kind: 'ONE_CLICK',
        origin: '192.0.2.7',
        path: '/u/:token',
        headers: { 'user-agent': 'test' },
        keepUntil: new Date('2029-05-04T08:00:00.000Z'),
      },
    ]);
    const ledger = await ledgerOfRequest(test.db.sql, requestId);
    expect(await purgeAll('origins', days(89))).toBe(0);
    expect(await purgeAll('origins', days(90))).toBe(1);
    expect(await evidenceOf(requestId)).toMatchObject([{ origin: null, path: '/u/:token' }]);
    expect(await purgeAll('evidence', new Date('2029-05-04T07:59:59.000Z'))).toBe(0);
    expect(await purgeAll('evidence', new Date('2029-05-04T08:00:00.000Z'))).toBe(1);
    expect(await evidenceOf(requestId)).toEqual([]);
    expect(await ledgerOfRequest(test.db.sql, requestId)).toEqual(ledger);
    expect(await suppressionsOf(test.db.sql, recipientId)).toMatchObject([{ state: 'OPTED_OUT' }]);
  });

  it('goes in batches, each organisation by its own setting', async () => {
    const other = await seed(test.db, { name: 'Other' });
    await haveLeft(25);
    const [kept] = await haveLeft(1, other);
    const retention = { evidence: 'P60D', origins: 'P30D', keepsOrigins: true };
    expect(await changeOrganisation(test.db.sql, org.organisationId, retention)).toEqual({
      done: true,
    });
    const set = await test.db.sql.em().findOneOrFail(OrganisationEntity, org.organisationId);
    expect(set).toMatchObject({ evidenceRetention: 'P60D', originRetention: 'P30D' });
    expect(await purgeBatch(test.db.sql, 'evidence', days(60), 10)).toBe(10);
    expect(await purgeAll('evidence', days(60), 10)).toBe(15);
    expect(await evidenceOf(kept!.requestId, other)).toHaveLength(1);
  });

  it('refuses a period that can not be', async () => {
    const retention = { evidence: 'P1D', origins: 'P1D', keepsOrigins: true };
    expect(await changeOrganisation(test.db.sql, org.organisationId, retention)).toEqual({
      refused: 'evidence-period-out-of-range',
    });
    await expect(
      test.db.sql.rows("UPDATE organisation SET evidence_retention = 'soon'"),
    ).rejects.toThrow(/check constraint/);
  });

  it('holds no address of origin where the organisation keeps none; those from before go at once', async () => {
    const [before] = await haveLeft(1);
    await changeOrganisation(test.db.sql, org.organisationId, {
      evidence: 'P3Y',
      origins: 'P90D',
      keepsOrigins: false,
    });
    const other = await haveLeft(2);
    expect(await evidenceOf(other[1]!.requestId)).toMatchObject([{ origin: null }]);
    expect(await purgeAll('origins', now)).toBe(1);
    expect(await evidenceOf(before!.requestId)).toMatchObject([{ origin: null }]);
  });

  it('can not be changed, not by raw SQL; only its address goes', async () => {
    await haveLeft(1);
    for (const change of [
      `detail = '{"note": "another"}'`,
      `kind = 'NOTE'`,
      `at = now()`,
      `origin = '198.51.100.1'`,
      `headers = '{}', origin = NULL`,
    ])
      await expect(
        test.db.sql.rows(`UPDATE opt_out_evidence SET ${change}`),
        change,
      ).rejects.toThrow(/evidence can not be changed/);
    await test.db.sql.rows('UPDATE opt_out_evidence SET origin = NULL');
  });
});

describe('other things whose time is over', () => {
  it('machine signals go as evidence does', async () => {
    const { messages } = await released(test, org, { count: 1, now });
    const { organisationId } = org;
    const { recipientId } = messages[0]!;
    const signal = {
      organisationId,
      recipientId,
      messageId: null,
      kind: 'HARD_BOUNCE',
      detail: {},
      now,
    } as const;
    await recordMachineSignal(test.db.sql, signal);
    expect(await purgeAll('machineSignals', new Date('2029-05-03T08:00:00.000Z'))).toBe(0);
    expect(await purgeAll('machineSignals', new Date('2029-05-04T08:00:00.000Z'))).toBe(1);
  });

  it('idempotency keys go after seven days, never within the day that is promised (Q-5)', async () => {
    const call = {
      organisationId: org.organisationId,
      key: 'k',
      operation: 'o',
      input: 1,
    } as const;
    await withIdempotency(test.db, call, async () => 'done');
    const [row] = await test.db.sql.rows<{ at: Date }>(
      'SELECT created_at AS at FROM idempotency_key',
    );
    const past = (n: number): Date => new Date(row!.at.getTime() + n * DAY);
    expect(await purgeAll('idempotencyKeys', past(6.9))).toBe(0);
    expect(await purgeAll('idempotencyKeys', past(7.1))).toBe(1);
  });
});
