import { PERIOD_DAYS } from '@adieu/domain';
import { createTestDatabase, type Seed, seed, type TestDatabase, released } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changePreferences,
  claimMessages,
  finishMessages,
  importContacts,
  type Preferences,
} from '../src/index.ts';
import { contactRows } from './contact-rows.ts';

const DAY = 86_400_000;
const start = new Date('2026-05-04T08:00:00.000Z');
const day = (n: number): Date => new Date(start.getTime() + n * DAY);

let test: TestDatabase;
let org: Seed;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test.close());

/** A campaign to the newsletter's one reader (or the staff book's); gives its id. */
const campaign = async (now: Date, addressBookId = org.newsletterId): Promise<string> =>
  (await released(test, org, { count: 1, now, addressBookId })).campaignId;

/** What becomes of its one message at the hand-over. */
async function handOver(campaignId: string, now: Date): Promise<string> {
  const leaseUntil = new Date(now.getTime() + 30_000);
  const claimed = await claimMessages(test.db.sql, { campaignId, limit: 10, now, leaseUntil });
  const sent = claimed.map(({ messageId }) => ({
    messageId,
    state: 'SENT' as const,
    outcome: '250 ok',
    dueAt: null,
  }));
  await finishMessages(test.db.sql, sent, now);
  const [row] = await test.db.sql.rows<{ became: string }>(
    `SELECT CASE state WHEN 'STOPPED' THEN stopped_by ELSE state END AS became FROM message WHERE campaign_id = $1`,
    [campaignId],
  );
  return row!.became;
}

const sendAt = async (now: Date, addressBookId?: string): Promise<string> =>
  handOver(await campaign(now, addressBookId), now);

/** As the cancellation of their campaigns does. */
const takeBackHeld = () =>
  test.db.sql.rows(
    "UPDATE message SET state = 'STOPPED', stopped_by = 'CANCELLED' WHERE state = 'HELD'",
  );

async function choose(change: Partial<Preferences>, now = start): Promise<void> {
  await importContacts(test.db, {
    now: new Date(),
    organisationId: org.organisationId,
    addressBookId: org.newsletterId,
    rows: contactRows('person-1@example.test'),
    ring: org.ring,
  });
  const [who] = await test.db.sql.rows<{ id: string }>(
    `SELECT id FROM recipient WHERE address = 'person-1@example.test'`,
  );
  const { accountId } = org;
  await test.db.transaction((sql) =>
    changePreferences(sql, { recipientId: who!.id, accountId, change, now }),
  );
}

describe('how often somebody wants marketing (P-9, N12)', () => {
  it('at most one a week: of three campaigns in seven days one goes, and the others are held', async () => {
    await choose({ frequency: 'WEEKLY' });
    expect(await sendAt(day(0))).toBe('SENT');
    expect(await sendAt(day(3))).toBe('HELD');
    expect(await sendAt(day(6))).toBe('HELD');
    await takeBackHeld();
    expect(await sendAt(day(7))).toBe('SENT');
  });

  it.each([
    ['DAILY', 100],
    ['WEEKLY', 200],
    ['MONTHLY', 300],
  ] as const)('%s counts the days that the domain says', async (frequency, from) => {
    await choose({ frequency });
    const period = PERIOD_DAYS[frequency]!;
    expect(await sendAt(day(from))).toBe('SENT');
    expect(await sendAt(new Date(day(from + period).getTime() - 1))).toBe('HELD');
    await takeBackHeld();
    expect(await sendAt(day(from + period))).toBe('SENT');
  });

  it('limits no service messages, and they count for nothing (D1)', async () => {
    await choose({ frequency: 'MONTHLY' });
    expect(await sendAt(day(500), org.staffId)).toBe('SENT');
    expect(await sendAt(day(500))).toBe('SENT');
    expect(await sendAt(day(501), org.staffId)).toBe('SENT');
  });

  it('holds where two campaigns hand over at the same instant: one goes', async () => {
    await choose({ frequency: 'DAILY' });
    for (let n = 600; n < 620; n += 2) {
      const now = day(n);
      const campaigns = await Promise.all([campaign(now), campaign(now), campaign(now)]);
      const became = await Promise.all(campaigns.map((id) => handOver(id, now)));
      expect(became.toSorted()).toEqual(['HELD', 'HELD', 'SENT']);
      await takeBackHeld();
    }
  });
});

describe('a pause until a date (P-10)', () => {
  it('lets no marketing through before, lets service through, and ends by itself', async () => {
    await choose({ frequency: 'EVERY', snoozedUntil: day(710) }, day(700));
    expect(await sendAt(day(700))).toBe('SNOOZED');
    expect(await sendAt(new Date(day(710).getTime() - 1))).toBe('SNOOZED');
    expect(await sendAt(day(705), org.staffId)).toBe('SENT');
    expect(await sendAt(day(710))).toBe('SENT');
  });
});

it('the language that somebody chose is the one of their mails (C7)', async () => {
  await choose({ language: 'cs' });
  const now = day(800);
  const campaignId = await campaign(now);
  const leaseUntil = new Date(now.getTime() + 30_000);
  const claimed = await claimMessages(test.db.sql, { campaignId, limit: 1, now, leaseUntil });
  expect(claimed).toMatchObject([{ language: 'cs' }]);
});
