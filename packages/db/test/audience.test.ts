import {
  releaseDraft,
  seedContacts,
  createTestDatabase,
  seed,
  type Seed,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allowUnfilteredExport,
  claimMessages,
  finishAndClaim,
  finishExport,
  mayContact,
  readAudience,
  recordOptOut,
  startExport,
  switchAccountList,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
let apiKeyId: string;
const now = new Date('2026-05-04T08:00:00.000Z');
const later = new Date(now.getTime() + 86_400_000);

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  const [key] = await test.db.sql.rows<{ id: string }>('SELECT id FROM api_key LIMIT 1');
  apiKeyId = key!.id;
});
afterAll(() => test?.close());

const start = async (more: Partial<Parameters<typeof startExport>[1]> = {}): Promise<string> => {
  const started = await startExport(test.db.sql, {
    organisationId: org.organisationId,
    addressBookId: org.staffId,
    topicId: null,
    use: 'EMAIL',
    purpose: null,
    unfiltered: false,
    format: 'ndjson',
    madeBy: 'test',
    apiKeyId,
    now,
    ...more,
  });
  if ('refused' in started) throw new Error(started.refused);
  return started.exportId;
};

const allow = (addressBookId: string, until = later) =>
  allowUnfilteredExport(test.db.sql, {
    organisationId: org.organisationId,
    addressBookId,
    purpose: 'SERVICE',
    reason: 'r',
    allowedBy: 'Eva',
    until,
    now,
  });

describe('the record of exports (D3)', () => {
  it('ends once, and is neither changed nor deleted by raw SQL', async () => {
    const id = await start();
    const attempt = (statement: string) => test.db.sql.rows(`${statement} WHERE id = $1`, [id]);
    await expect(attempt(`UPDATE audience_export SET made_by = 'nobody'`)).rejects.toThrow(
      /record/,
    );
    await finishExport(test.db.sql, id, { state: 'COMPLETE', handedOut: 3, stopped: {}, now });
    // A second end changes nothing, and what stands can not be written anew.
    await finishExport(test.db.sql, id, { state: 'CUT', handedOut: 0, stopped: {}, now });
    const [row] = await test.db.sql.rows(
      'SELECT state, handed_out FROM audience_export WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ state: 'COMPLETE', handed_out: 3 });
    for (const statement of [
      'UPDATE audience_export SET handed_out = 0',
      `UPDATE audience_export SET state = 'RUNNING', handed_out = NULL, stopped = NULL, finished_at = NULL`,
      'DELETE FROM audience_export',
    ])
      await expect(attempt(statement)).rejects.toThrow(/record|append-only/);
    await expect(test.db.sql.rows('TRUNCATE audience_export')).rejects.toThrow(/append-only/);
  });

  it('is unfiltered for the latest choice of the book alone, and while it lasts, by raw SQL too', async () => {
    const insert = (choice: string, bookId: string, purpose = 'SERVICE') =>
      test.db.sql.rows(
        `INSERT INTO audience_export (organisation_id, account_id, address_book_id, made_by, api_key_id, as_of, use, purpose,
           format, unfiltered_export_id) VALUES ($1, $2, $3, 'raw', $4, $5, 'EMAIL', $6, 'csv', $7)`,
        [org.organisationId, org.accountId, bookId, apiKeyId, now, purpose, choice],
      );
    const first = await allow(org.staffId);
    if ('refused' in first) throw new Error(first.refused);
    await expect(insert(first.id, org.newsletterId)).rejects.toThrow(/not chosen/);
    await expect(insert(first.id, org.staffId, 'TRANSACTIONAL')).rejects.toThrow(/not chosen/);
    await insert(first.id, org.staffId);
    await allow(org.staffId, new Date(now.getTime() + 1_000));
    await expect(insert(first.id, org.staffId)).rejects.toThrow(/not chosen/);
    for (const attack of [
      'UPDATE unfiltered_export SET reason = reason',
      'DELETE FROM unfiltered_export',
      'TRUNCATE unfiltered_export CASCADE',
    ])
      await expect(test.db.sql.rows(attack)).rejects.toThrow(/append-only/);
  });

  it('knows no marketing book that was chosen, by raw SQL either', async () => {
    const choose = (bookId: string, purpose: string) =>
      test.db.sql.rows(
        `INSERT INTO unfiltered_export (organisation_id, address_book_id, purpose, reason, allowed_at, allowed_by, until)
         VALUES ($1, $2, $3, 'r', $4, 'raw', $5)`,
        [org.organisationId, bookId, purpose, now, later],
      );
    await expect(choose(org.newsletterId, 'SERVICE')).rejects.toThrow(
      /never handed out unfiltered/,
    );
    await expect(choose(org.staffId, 'MARKETING')).rejects.toThrow(/marketing_stays_filtered/);
    expect(await allow(org.newsletterId)).toEqual({ refused: 'marketing-stays-filtered' });
  });
});

describe('a gate that cannot read its table', () => {
  it('claims nothing, answers nothing, and what was queued stays queued (W-2)', async () => {
    const { organisationId, newsletterId } = org;
    const campaignId = await seedContacts(test.db, org, { count: 5 });
    await test.db.transaction((sql) => releaseDraft(sql, { organisationId, campaignId, now }));
    const claim = { campaignId, limit: 5, now, leaseUntil: later };
    await test.db.sql.rows('ALTER TABLE suppression RENAME TO broken');
    try {
      await expect(claimMessages(test.db.sql, claim)).rejects.toThrow(/suppression/);
      await expect(finishAndClaim(test.db.sql, [], claim)).rejects.toThrow(/suppression/);
      await expect(
        mayContact(test.db.sql, {
          organisationId,
          channel: 'EMAIL',
          addressBookId: newsletterId,
          topicId: null,
          accountId: null,
          purpose: null,
          now,
          addressKey: Buffer.alloc(32),
        }),
      ).rejects.toThrow(/suppression/);
    } finally {
      await test.db.sql.rows('ALTER TABLE broken RENAME TO suppression');
    }
    const states = await test.db.sql.rows(
      'SELECT state, count(*)::int AS n FROM message WHERE campaign_id = $1 GROUP BY 1',
      [campaignId],
    );
    expect(states).toEqual([{ state: 'QUEUED', n: 5 }]);
    expect(await claimMessages(test.db.sql, claim)).toHaveLength(5);
  });
});

it.each([true, false])(
  'an export hands nobody out by a list that the account reads no more (D3, D6; to an own list: %s)',
  async (keepsOwnList) => {
    const { db } = test;
    const of = await seed(db);
    const campaignId = await seedContacts(db, of, { count: 2 });
    await db.transaction((tx) => releaseDraft(tx, { ...of, campaignId, now }));
    const switchTo = (own: boolean) =>
      db.transaction((tx) =>
        switchAccountList(tx, {
          ...of,
          keepsOwnList: own,
          actor: { kind: 'KEY', name: 'Eva' },
          now,
        }),
      );
    if (!keepsOwnList) await switchTo(true);
    const messages = await db.sql.rows<{ id: string }>(
      'SELECT id FROM message WHERE campaign_id = $1',
      [campaignId],
    );
    for (const { id: messageId } of messages)
      await recordOptOut(db.sql, {
        target: { messageId, scope: 'LINK' },
        signal: 'CLEAR',
        method: 'LINK',
        actor: { kind: 'RECIPIENT', name: null },
        evidence: {},
        now,
      });
    const started = await startExport(db.sql, {
      organisationId: of.organisationId,
      addressBookId: of.newsletterId,
      topicId: null,
      use: 'EMAIL',
      purpose: null,
      unfiltered: false,
      format: 'ndjson',
      madeBy: 'test',
      apiKeyId,
      now,
    });
    if ('refused' in started) throw new Error(started.refused);
    const read = async () => {
      const all = [];
      for await (const { rows } of readAudience(db, started, { as: 'JSON', fields: null }))
        all.push(...rows);
      return all;
    };
    expect(await read()).toEqual([]);
    await switchTo(keepsOwnList);
    await expect(read()).rejects.toThrow(/another opt-out list/);
  },
);
