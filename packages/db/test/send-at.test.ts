import { startOfDay } from '@adieu/domain';
import {
  releaseDraft,
  createTestDatabase,
  type Seed,
  seed,
  seedContacts,
  type TestDatabase,
} from '@adieu/testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeCampaign, claimMessages, openWork, type Sql } from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
let campaignId: string;
/** Nine in the morning in Stockholm, in summer. */
const sendAt = new Date('2026-06-01T07:00:00.000Z');
const now = new Date('2026-05-31T23:30:00.000Z');
const after = (minutes: number): Date => new Date(sendAt.getTime() + minutes * 60_000);

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  await test.db.sql.rows("UPDATE account SET time_zone = 'Europe/Stockholm' WHERE id = $1", [
    org.accountId,
  ]);
  campaignId = await seedContacts(test.db, org, { count: 5 });
  return () => test.close();
});

const release = (inRecipientsZone: boolean) =>
  test.db.transaction((sql) =>
    releaseDraft(sql, {
      organisationId: org.organisationId,
      campaignId,
      now,
      sendAt,
      inRecipientsZone,
    }),
  );
const claim = (at: Date) =>
  claimMessages(test.db.sql, {
    campaignId,
    limit: 10,
    now: at,
    leaseUntil: new Date(at.getTime() + 30_000),
  });

describe('a release', () => {
  it('may take the minutes that a million messages need, and nothing after it may', async () => {
    const limit = async (sql: Sql): Promise<unknown> => {
      const [row] = await sql.rows<{ statement_timeout: string }>('SHOW statement_timeout');
      return row!.statement_timeout;
    };
    const within = await test.db.transaction(async (sql) => {
      const { organisationId } = org;
      expect(await releaseDraft(sql, { organisationId, campaignId, now })).toEqual({
        queued: 5,
      });
      return limit(sql);
    });
    expect([within, await limit(test.db.sql)]).toEqual(['15min', '1min']);
  });
});

describe('a campaign that waits for its hour', () => {
  it('gives nothing to a sender before, and tells them when to come', async () => {
    expect(await release(false)).toEqual({ queued: 5 });
    expect(await claim(after(-1))).toEqual([]);
    expect(await openWork(test.db.sql, campaignId)).toMatchObject({ nextDueAt: sendAt });
    expect(await claim(sendAt)).toHaveLength(5);
  });

  it('is held and cancelled like any other, also before its hour', async () => {
    await release(false);
    const change = (kind: 'PAUSE' | 'CANCEL') =>
      test.db.transaction((sql) =>
        changeCampaign(sql, {
          organisationId: org.organisationId,
          campaignId,
          change: kind,
          changedBy: 'Eva',
          now,
        }),
      );
    expect(await change('PAUSE')).toEqual({ state: 'PAUSED' });
    expect(await claim(after(1))).toEqual([]);
    expect(await change('CANCEL')).toEqual({ state: 'CANCELLED' });
  });

  it('comes an hour later, not the evening before, where that day has no such hour', async () => {
    const { sql } = test.db;
    const cases = [
      ['America/Havana', '2027-03-14', '2027-03-14T05:00:00.000Z'],
      ['America/Santiago', '2027-09-05', '2027-09-05T04:00:00.000Z'],
      ['Atlantic/Azores', '2027-03-28', '2027-03-28T01:00:00.000Z'],
    ] as const;
    for (const [zone, day, at] of cases) {
      campaignId = await seedContacts(test.db, org, { count: 1 });
      await sql.rows(
        `UPDATE contact SET fields = fields || jsonb_build_object('time_zone', $1::text)`,
        [zone],
      );
      await test.db.transaction((tx) =>
        releaseDraft(tx, {
          organisationId: org.organisationId,
          campaignId,
          now,
          // Midnight at the account's.
          sendAt: startOfDay('Europe/Stockholm', day),
          inRecipientsZone: true,
        }),
      );
      const due = await sql.rows<{ dueAt: Date }>(
        'SELECT DISTINCT due_at AS "dueAt" FROM message WHERE campaign_id = $1',
        [campaignId],
      );
      expect([zone, due.map(({ dueAt }) => dueAt.toISOString())]).toEqual([zone, [at]]);
    }
  });

  it('comes at that hour where each lives; at once where it has passed; with the account’s where nobody knows', async () => {
    const zones = ['Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati', 'nowhere', null];
    const contacts = await test.db.sql.rows<{ id: string }>(
      'SELECT id FROM contact WHERE address_book_id = $1 ORDER BY id',
      [org.newsletterId],
    );
    for (const [i, zone] of zones.entries())
      await test.db.sql.rows(
        `UPDATE contact SET fields = fields || jsonb_strip_nulls(jsonb_build_object('time_zone', $2::text)) WHERE id = $1`,
        [contacts[i]!.id, zone],
      );
    await release(true);
    const due = await test.db.sql.rows<{ dueAt: Date }>(
      'SELECT due_at AS "dueAt" FROM message WHERE campaign_id = $1 ORDER BY contact_id',
      [campaignId],
    );
    expect(due.map(({ dueAt }) => dueAt.toISOString())).toEqual([
      '2026-06-01T00:00:00.000Z',
      '2026-06-01T13:00:00.000Z',
      // Nine was five hours ago there.
      now.toISOString(),
      sendAt.toISOString(),
      sendAt.toISOString(),
    ]);
  });
});
