import {
  createTestDatabase,
  ownedSmsSender,
  releasedSms,
  releaseDraft,
  type Seed,
  seed,
  seedSms,
  type TestDatabase,
} from '@adieu/testkit';
import type { SmsSenderKind } from '@adieu/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  askForTestMails,
  assignSmsSender,
  campaignForSending,
  claimHeld,
  createOrganisation,
  createSender,
  findSmsSenders,
  updateSender,
} from '../src/index.ts';
import { campaignsOf } from './campaigns-of.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-05-04T08:00:00.000Z');
const NUMBER = { kind: 'NUMBER', address: '+46766861004', keyword: '' } as const;

type Name = { kind: SmsSenderKind; address: string; keyword: string };
const tx = <T>(work: Parameters<TestDatabase['db']['transaction']>[0]) =>
  test.db.transaction(work) as Promise<T>;
const assign = (name: Name, organisationId: string | null) =>
  tx<object | string>((sql) => assignSmsSender(sql, { ...name, organisationId, now }));
const add = (name: Name, { organisationId, accountId }: Seed = org) =>
  tx<object>((sql) =>
    createSender(sql, { organisationId, accountId, form: { ...name, name: '' }, isDefault: true }),
  );
const { change, stateOf, claimed } = campaignsOf(() => ({ test, org }), now);

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  return () => test.close();
});

describe('where one organisation is alone', () => {
  it('what it sends from is its own, and stays so when another comes', async () => {
    expect(await add(NUMBER)).toHaveProperty('id');
    const other = await seed(test.db, { name: 'Rogue' });
    expect(await add(NUMBER, other)).toEqual({ refused: 'foreign-sender' });
    const { organisationId, accountId } = org;
    const [id] = await test.db.sql.rows<{ id: string }>('SELECT id FROM sender WHERE kind = $1', [
      'NUMBER',
    ]);
    const named = { organisationId, senderId: id!.id, name: null, makeDefault: true };
    expect(await tx((sql) => updateSender(sql, named))).toEqual(id);
    expect(await findSmsSenders(test.db.sql, organisationId)).toMatchObject([
      { ...NUMBER, assignedBy: 'ALONE' },
    ]);
    expect(accountId).not.toBe(other.accountId);
  });
});

describe('where several organisations share an installation (Q-8)', () => {
  let other: Seed;
  beforeEach(async () => {
    other = await seed(test.db, { name: 'Rogue' });
  });

  it('nothing is anybody’s until whoever runs it says so', async () => {
    expect(await add(NUMBER)).toEqual({ refused: 'foreign-sender' });
    await assign(NUMBER, other.organisationId);
    expect(await add(NUMBER)).toEqual({ refused: 'foreign-sender' });
    await assign(NUMBER, org.organisationId);
    expect(await add(NUMBER)).toHaveProperty('id');
    expect(await add(NUMBER, other)).toEqual({ refused: 'foreign-sender' });
    expect(await findSmsSenders(test.db.sql, other.organisationId)).toEqual([]);
  });

  it('a text is one in capitals and in small letters', async () => {
    await assign({ kind: 'TEXT', address: 'Blåklint', keyword: '' }, org.organisationId);
    const capitals = { kind: 'TEXT', address: 'BLÅKLINT', keyword: '' } as const;
    expect(await add(capitals, other)).toEqual({ refused: 'foreign-sender' });
    expect(await add(capitals)).toHaveProperty('id');
  });

  it('a keyword of a short code is its own, before the code that it is of', async () => {
    const code = { kind: 'SHORT_CODE', address: '72080' } as const;
    await assign({ ...code, keyword: '' }, org.organisationId);
    await assign({ ...code, keyword: 'ROSOR' }, other.organisationId);
    expect(await add({ ...code, keyword: 'ROSOR' })).toEqual({ refused: 'foreign-sender' });
    expect(await add({ ...code, keyword: 'ROSOR' }, other)).toHaveProperty('id');
    expect(await add({ ...code, keyword: 'TULPAN' })).toHaveProperty('id');
    expect(await add({ ...code, keyword: '' }, other)).toEqual({ refused: 'foreign-sender' });
  });

  it('a keyword that reads like another’s is that one: answers can not tell them apart (SM-5)', async () => {
    const code = { kind: 'SHORT_CODE', address: '72080' } as const;
    await assign({ ...code, keyword: '' }, org.organisationId);
    await assign({ ...code, keyword: 'ROSOR' }, other.organisationId);
    expect(await add({ ...code, keyword: 'RÖSÖR' })).toEqual({ refused: 'foreign-sender' });
    expect(await assign({ ...code, keyword: 'RÖSÖR' }, org.organisationId)).toEqual({
      refused: 'reads-like-anothers',
      keyword: 'ROSOR',
    });
    // Of the same organisation it is one more way to write it.
    expect(await assign({ ...code, keyword: 'RÖSÖR' }, other.organisationId)).toBe('assigned');
    expect(await add({ ...code, keyword: 'ROSOR' }, other)).toHaveProperty('id');
    expect(await add({ ...code, keyword: 'RÖSÖR' }, other)).toEqual({ refused: 'taken' });
  });

  it('a keyword that is given to another takes away what reads like it (SM-5)', async () => {
    const code = { kind: 'SHORT_CODE', address: '72080' } as const;
    await assign({ ...code, keyword: '' }, org.organisationId);
    expect(await add({ ...code, keyword: 'RÖSÖR' })).toHaveProperty('id');
    await assign({ ...code, keyword: 'ROSOR' }, other.organisationId);
    const rows = await test.db.sql.rows<{ owns: boolean }>(
      `SELECT owns_sender($1, kind, address, keyword_form) AS owns FROM sender WHERE keyword = 'RÖSÖR'`,
      [org.organisationId],
    );
    expect(rows).toEqual([{ owns: false }]);
  });

  it('a draft from what is another’s is not sent, nor looked at by a test message', async () => {
    const campaignId = await seedSms(test, org, { count: 1, now });
    await assign(NUMBER, other.organisationId);
    expect((await campaignForSending(test.db.sql, campaignId))!.ownsSender).toBe(false);
    const { organisationId } = org;
    expect(await tx((sql) => releaseDraft(sql, { organisationId, campaignId, now }))).toEqual({
      refused: 'foreign-sender',
    });
    const asked = {
      organisationId,
      campaignId,
      to: [],
      contactId: null,
      language: null,
      askedBy: 'x',
      now,
    };
    expect(await tx((sql) => askForTestMails(sql, asked))).toEqual({ refused: 'foreign-sender' });
  });
});

describe('a number that is lost (Q-8)', () => {
  let campaignId: string;
  let other: string;
  beforeEach(async () => {
    ({ campaignId } = await releasedSms(test, org, { count: 3, now }));
    other = await createOrganisation(test.db.sql, { name: 'Rogue' });
  });

  it('pauses what is sent from it, says why, and nothing more is handed over', async () => {
    expect(await stateOf(campaignId)).toMatchObject({ state: 'SENDING' });
    await assign(NUMBER, other);
    expect(await stateOf(campaignId)).toEqual({ state: 'PAUSED', pausedBecause: 'SMS_SENDER' });
    expect(await claimed(campaignId)).toBe(0);
    expect(await change(campaignId, 'RESUME')).toEqual({ refused: 'foreign-sender' });
    await assign(NUMBER, org.organisationId);
    expect(await change(campaignId, 'RESUME')).toEqual({ state: 'SENDING' });
    expect(await claimed(campaignId)).toBe(3);
  });

  it('stops also what is held of a campaign that is sent', async () => {
    await test.db.sql.rows(
      `UPDATE message SET state = 'HELD', stopped_by = 'FREQUENCY_CAP' WHERE campaign_id = $1`,
      [campaignId],
    );
    await test.db.sql.rows(`UPDATE campaign SET state = 'SENT', finished_at = $1`, [now]);
    await assign(NUMBER, null);
    const leaseUntil = new Date(now.getTime() + 30_000);
    expect(await claimHeld(test.db.sql, { limit: 10, now, leaseUntil })).toEqual([]);
    expect(await stateOf(campaignId)).toEqual({ state: 'PAUSED', pausedBecause: 'SMS_SENDER' });
  });

  it('leaves what is sent from another number alone', async () => {
    await assign({ ...NUMBER, address: '+46766861005' }, other);
    expect(await stateOf(campaignId)).toMatchObject({ state: 'SENDING' });
  });
});

it('an organisation sees and takes none of another’s by its own role', async () => {
  const other = await seed(test.db, { name: 'Rogue' });
  await ownedSmsSender(test.db, org, NUMBER);
  const { sql } = test.db.ofTenant(other.organisationId);
  expect(await sql.rows('SELECT 1 FROM sms_sender_owner')).toEqual([]);
  await expect(
    sql.rows(
      `INSERT INTO sms_sender_owner (organisation_id, kind, address, keyword, assigned_by) VALUES ($1, 'TEXT', 'x', '', 'ALONE')`,
      [org.organisationId],
    ),
  ).rejects.toThrow('row-level security');
});
