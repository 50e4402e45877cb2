import {
  emailContent,
  FREQUENCIES,
  type Frequency,
  nextAllowedAt,
  type RateLimits,
} from '@adieu/domain';
import {
  leaves,
  releaseDraft,
  createTestDatabase,
  type Seed,
  seed,
  type TestDatabase,
  released,
} from '@adieu/testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  campaignProgress,
  changeCampaign,
  changePreferences,
  claimHeld,
  claimMessages,
  createAddressBook,
  createCampaignByHand,
  expireHeldLeases,
  finishCampaign,
  finishMessages,
  heldAllowedAt,
  heldIsDue,
  openLink,
  type Preferences,
  recordOptOut,
  takeBackQueued,
} from '../src/index.ts';

const DAY = 86_400_000;
const start = new Date('2026-05-04T08:00:00.000Z');
const day = (n: number): Date => new Date(start.getTime() + n * DAY);
const leaseAt = (now: Date): Date => new Date(now.getTime() + 30_000);

let test: TestDatabase;
let org: Seed;
let recipientId: string;
beforeEach(async () => {
  test = await createTestDatabase({ role: 'engine' });
  org = await seed(test.db);
  // Somebody to make a choice; what was sent before counts for nothing here.
  const { messages, campaignId } = await released(test, org, { count: 1, now: day(-90) });
  recipientId = messages[0]!.recipientId;
  await test.db.sql.rows(
    "UPDATE message SET state = 'STOPPED', stopped_by = 'CANCELLED' WHERE campaign_id = $1",
    [campaignId],
  );
  return () => test.close();
});

const choose = (change: Partial<Preferences>, now = start) =>
  test.db.transaction((sql) =>
    changePreferences(sql, { recipientId, accountId: org.accountId, change, now }),
  );

interface Went {
  readonly campaignId: string;
  readonly messageId: string;
}

/** A campaign that is handed over at once, as far as the gate lets it, and over. */
async function send(
  now: Date,
  options: { addressBookId?: string; topicId?: string } = {},
): Promise<Went> {
  const { campaignId, messages } = await released(test, org, { count: 1, now, ...options });
  const claim = { campaignId, limit: 10, now, leaseUntil: leaseAt(now) };
  await sent(await claimMessages(test.db.sql, claim), now);
  await finishCampaign(test.db.sql, campaignId, now);
  return { campaignId, messageId: messages[0]!.id };
}

const sent = (claimed: readonly { messageId: string }[], now: Date) =>
  finishMessages(
    test.db.sql,
    claimed.map(({ messageId }) => ({ messageId, state: 'SENT', outcome: 'ok', dueAt: null })),
    now,
  );

/** What a sweep claims at an instant; nothing is finished yet. */
const sweep = (now: Date, limit = 10) =>
  claimHeld(test.db.sql, { limit, now, leaseUntil: leaseAt(now) });

async function message({ messageId }: Went) {
  const [row] = await test.db.sql.rows<{ state: string; stoppedBy: string | null; due: Date }>(
    'SELECT state, stopped_by AS "stoppedBy", due_at AS due FROM message WHERE id = $1',
    [messageId],
  );
  return row!;
}
const stateOf = async (went: Went) => (await message(went)).state;

describe('what exceeds a frequency (P-9, N12)', () => {
  it('is held, counted as held, and goes in one mail at the end of the period, which is the next period’s one', async () => {
    await choose({ frequency: 'WEEKLY' });
    const first = await send(day(0));
    const [second, third] = [await send(day(3)), await send(day(6))];
    expect(await Promise.all([first, second, third].map(stateOf))).toEqual([
      'SENT',
      'HELD',
      'HELD',
    ]);
    expect(await message(third)).toMatchObject({ stoppedBy: 'FREQUENCY_CAP', due: day(7) });
    const { byState } = await campaignProgress(test.db.sql, second.campaignId);
    expect(byState).toMatchObject({ HELD: 1, SENT: 0, STOPPED: 0, QUEUED: 0 });

    expect(await sweep(new Date(day(7).getTime() - 1))).toEqual([]);
    expect(await heldIsDue(test.db.sql, day(7))).toBe(true);
    const claimed = await sweep(day(7));
    expect(claimed.map(({ messageId }) => messageId)).toEqual([second.messageId, third.messageId]);
    expect(new Set(claimed.map(({ carriedBy }) => carriedBy))).toEqual(new Set([third.messageId]));
    expect(await sweep(day(7))).toEqual([]);
    await sent(claimed, day(7));
    expect(await heldIsDue(test.db.sql, day(60))).toBe(false);
    expect(await send(day(13)).then(stateOf)).toBe('HELD');
    expect(await sweep(day(14)).then((more) => more.length)).toBe(1);
  });

  it('is joined by what comes when something is held, so that it is not overtaken at each period’s end', async () => {
    await choose({ frequency: 'DAILY' });
    await send(day(0));
    const held = await send(new Date(day(0).getTime() + 1));
    const next = await send(day(1));
    expect(await stateOf(next)).toBe('HELD');
    expect((await sweep(day(1))).map(({ messageId }) => messageId)).toEqual([
      held.messageId,
      next.messageId,
    ]);
  });

  it('goes in one mail for each book, and only one mail in a period, that of the book that waited longest', async () => {
    const made = await createAddressBook(test.db.sql, {
      accountId: org.accountId,
      name: 'Offers',
      purpose: 'MARKETING',
      createdBy: 'test',
    });
    if ('refused' in made) throw new Error(made.refused);
    await choose({ frequency: 'WEEKLY' });
    await send(day(0));
    const offer = await send(day(1), { addressBookId: made.addressBookId });
    const news = await send(day(2));
    const claimed = await sweep(day(7));
    expect(claimed.map(({ messageId }) => messageId)).toEqual([offer.messageId]);
    await sent(claimed, day(7));
    expect(await sweep(day(7))).toEqual([]);
    expect(await message(news)).toMatchObject({ state: 'HELD', due: day(14) });
    expect((await sweep(day(14))).map(({ messageId }) => messageId)).toEqual([news.messageId]);
  });

  it('of recipients named by hand goes by itself, for they come through no book (B6)', async () => {
    await choose({ frequency: 'WEEKLY' });
    await send(day(0));
    const { organisationId, accountId } = org;
    const [who] = await test.db.sql.rows<{ address: string; addressKey: Buffer }>(
      'SELECT address, address_key AS "addressKey" FROM recipient WHERE id = $1',
      [recipientId],
    );
    const byHand: Went[] = [];
    for (const name of ['One', 'Two']) {
      const made = await createCampaignByHand(test.db.sql, {
        organisationId,
        accountId,
        purpose: 'MARKETING',
        name,
        content: emailContent({
          subject: { en: name },
          mjml: { en: '<mjml><mj-body></mj-body></mjml>' },
        }),
        createdBy: 'test',
        recipients: [who!],
      });
      if ('refused' in made) throw new Error(made.refused);
      const { campaignId } = made;
      const now = day(1);
      await test.db.transaction((sql) => releaseDraft(sql, { organisationId, campaignId, now }));
      const claim = { campaignId, limit: 1, now, leaseUntil: leaseAt(now) };
      expect(await claimMessages(test.db.sql, claim)).toEqual([]);
      await finishCampaign(test.db.sql, campaignId, now);
      const [row] = await test.db.sql.rows<{ id: string }>(
        'SELECT id FROM message WHERE campaign_id = $1',
        [campaignId],
      );
      byHand.push({ campaignId, messageId: row!.id });
    }
    const news = await send(day(2));
    const claimed = await sweep(day(7));
    expect(claimed.map(({ messageId }) => messageId)).toEqual(
      byHand.map(({ messageId }) => messageId),
    );
    await sent(claimed, day(7));
    expect(await sweep(day(7))).toEqual([]);
    expect(await message(news)).toMatchObject({ state: 'HELD', due: day(14) });
  });

  it('goes to nobody who left meanwhile: it ends stopped, with the reason', async () => {
    await choose({ frequency: 'WEEKLY' });
    const first = await send(day(0));
    const held = await send(day(1));
    const left = await recordOptOut(test.db.sql, {
      target: { messageId: first.messageId, scope: 'LINK' },
      signal: 'CLEAR',
      method: 'ONE_CLICK',
      actor: { kind: 'RECIPIENT', name: null },
      evidence: {},
      now: day(2),
    });
    expect(left).toMatchObject({ state: 'CONFIRMED' });
    expect(await sweep(day(7))).toEqual([]);
    expect(await message(held)).toMatchObject({ state: 'STOPPED', stoppedBy: 'OPTED_OUT' });
  });

  it('is never sent again where the worker died as it was handed over: nobody knows', async () => {
    await choose({ frequency: 'WEEKLY' });
    await send(day(0));
    const held = await send(day(1));
    expect(await sweep(day(7))).toHaveLength(1);
    expect(await expireHeldLeases(test.db.sql, day(7))).toBe(0);
    expect(await expireHeldLeases(test.db.sql, leaseAt(day(7)))).toBe(1);
    expect(await stateOf(held)).toBe('UNKNOWN');
    expect(await sweep(day(30))).toEqual([]);
  });

  it('is claimed once by many sweeps at the same moment', async () => {
    await choose({ frequency: 'WEEKLY' });
    await send(day(0));
    const held = [await send(day(1)), await send(day(2)), await send(day(3))];
    const claims = await Promise.all([1, 2, 3, 4, 5].map(() => sweep(day(7))));
    const claimed = claims.flat().map(({ messageId }) => messageId);
    expect(new Set(claimed).size).toBe(claimed.length);
    // What a sweep found locked by another waits for the next period: one mail, whoever was faster.
    expect(claims.filter(({ length }) => length > 0)).toHaveLength(1);
    const states = await Promise.all(held.map(stateOf));
    expect(states.filter((state) => state === 'HANDING_OVER')).toHaveLength(claimed.length);
  });
});

describe('a choice that changes while something is held', () => {
  it.each([
    [{ frequency: 'EVERY' }, true],
    [{ frequency: 'DAILY' }, true],
    [{ frequency: 'MONTHLY' }, false],
    [{ language: 'de' }, false],
  ] as const)('%o: goes at the next sweep: %s', async (change, goes) => {
    await choose({ frequency: 'WEEKLY' });
    await send(day(0));
    const held = await send(day(1));
    await choose(change, day(2));
    expect(await sweep(day(2))).toHaveLength(goes ? 1 : 0);
    if (!goes) expect(await stateOf(held)).toBe('HELD');
  });

  it('a pause keeps it until it ends, and its end is the next sweep (P-10)', async () => {
    await choose({ frequency: 'WEEKLY' });
    await send(day(0));
    const held = await send(day(1));
    await choose({ snoozedUntil: day(20) }, day(2));
    expect(await sweep(day(7))).toEqual([]);
    expect(await message(held)).toMatchObject({
      state: 'HELD',
      stoppedBy: 'SNOOZED',
      due: day(20),
    });
    await choose({ snoozedUntil: null }, day(8));
    expect(await sweep(day(8))).toHaveLength(1);
  });
});

describe('the campaign of what is held', () => {
  const change = (campaignId: string, kind: 'PAUSE' | 'RESUME' | 'CANCEL') =>
    test.db.transaction((sql) =>
      changeCampaign(sql, {
        organisationId: org.organisationId,
        campaignId,
        change: kind,
        changedBy: 'Eva',
        now: day(2),
      }),
    );

  it('is sent and stays so when it is cancelled, and what is held of it is stopped', async () => {
    await choose({ frequency: 'WEEKLY' });
    const first = await send(day(0));
    const held = await send(day(1));
    expect(await change(first.campaignId, 'CANCEL')).toEqual({ refused: 'state', state: 'SENT' });
    expect(await change(held.campaignId, 'CANCEL')).toEqual({ state: 'SENT' });
    expect(await message(held)).toMatchObject({ state: 'STOPPED', stoppedBy: 'CANCELLED' });
    expect(await change(held.campaignId, 'CANCEL')).toEqual({ refused: 'state', state: 'SENT' });
    expect(await sweep(day(7))).toEqual([]);
  });

  it('takes back what is held with what is queued where it is cancelled as it is sent, and lets nothing go while it is paused', async () => {
    await choose({ frequency: 'WEEKLY' });
    await send(day(0));
    const { campaignId, messages } = await released(test, org, { count: 2, now: day(1) });
    await claimMessages(test.db.sql, {
      campaignId,
      limit: 1,
      now: day(1),
      leaseUntil: leaseAt(day(1)),
    });
    const held = { campaignId, messageId: messages[0]!.id };
    expect(await stateOf(held)).toBe('HELD');
    await change(campaignId, 'PAUSE');
    expect(await sweep(day(7))).toEqual([]);
    expect(await stateOf(held)).toBe('HELD');
    await change(campaignId, 'CANCEL');
    expect(await sweep(day(7))).toEqual([]);
    expect(await takeBackQueued(test.db.sql, campaignId, day(7))).toBe(2);
    expect(await message(held)).toMatchObject({ state: 'STOPPED', stoppedBy: 'CANCELLED' });
  });
});

describe('the link of a mail for several topics', () => {
  it.each([
    ['one topic', ['newsTopicId', 'newsTopicId'], 'TOPIC'],
    ['two topics', ['newsTopicId', 'eventsTopicId'], 'BOOK'],
    ['a topic and none', [null, 'eventsTopicId'], 'BOOK'],
  ] as const)('of %s leaves what it told of', async (_what, topics, scopeKind) => {
    await choose({ frequency: 'WEEKLY' });
    await send(day(0));
    for (const topic of topics) await send(day(1), topic === null ? {} : { topicId: org[topic] });
    const claimed = await sweep(day(7));
    await sent(claimed, day(7));
    const link = claimed[0]!.carriedBy;
    const scopeId = scopeKind === 'BOOK' ? org.newsletterId : org.newsTopicId;
    const opened = await openLink(test.db.sql, link, day(7));
    expect(opened?.topicId).toBe(scopeKind === 'BOOK' ? null : scopeId);
    expect(await leaves(test.db.sql, link, { method: 'ONE_CLICK', now: day(7) })).toMatchObject({
      state: 'CONFIRMED',
      scopeKind,
      scopeId,
    });
  });
});

describe('the rule of the period', () => {
  it('is one in SQL and in the domain, also where clocks are put forward', async () => {
    const lasts = [
      null,
      day(-31),
      day(-30),
      day(-7),
      day(-1),
      start,
      new Date('2026-03-28T20:00Z'),
    ];
    const nows = [start, new Date(start.getTime() - 1), new Date(start.getTime() + 1)];
    const berlin = new Date('2026-03-29T19:59:59Z');
    const cases = FREQUENCIES.flatMap((frequency: Frequency) =>
      lasts.flatMap((last) => [...nows, berlin].map((now) => ({ frequency, last, now }))),
    );
    const answered = await test.db.transaction(async (sql) => {
      await sql.rows("SET LOCAL TIME ZONE 'Europe/Berlin'");
      return sql.rows<{ at: Date | null }>(
        `SELECT next_allowed_at(x.f, x.l, x.n) AS at
         FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) WITH ORDINALITY AS x(f, l, n, o) ORDER BY x.o`,
        [
          cases.map(({ frequency }) => frequency),
          cases.map(({ last }) => last),
          cases.map(({ now }) => now),
        ],
      );
    });
    expect(answered.map(({ at }) => at)).toEqual(
      cases.map(({ frequency, last, now }) => nextAllowedAt(frequency, last, now)),
    );
  });

  it('holds whatever raw SQL would stop by it, and leaves alone what was stopped by it before', async () => {
    await choose({ frequency: 'WEEKLY' });
    await send(day(0));
    const { messages } = await released(test, org, { count: 1, now: day(1) });
    const held = { campaignId: '', messageId: messages[0]!.id };
    await test.db.sql.rows(
      "UPDATE message SET state = 'STOPPED', stopped_by = 'FREQUENCY_CAP', changed_at = $2 WHERE id = $1",
      [held.messageId, day(1)],
    );
    expect(await message(held)).toMatchObject({ state: 'HELD', due: day(7) });
    await test.db.sql.rows(
      "UPDATE message SET state = 'STOPPED', stopped_by = 'CANCELLED' WHERE id = $1",
      [held.messageId],
    );
    await test.db.sql.rows("UPDATE message SET stopped_by = 'FREQUENCY_CAP' WHERE id = $1", [
      held.messageId,
    ]);
    expect(await stateOf(held)).toBe('STOPPED');
    await expect(
      test.db.sql.rows("UPDATE message SET state = 'KEPT' WHERE id = $1", [held.messageId]),
    ).rejects.toThrow('message_state_check');
  });
});

describe('what is held and the rate limits', () => {
  const second = (n: number): Date => new Date(day(7).getTime() + n * 1_000);
  const claim = (now: Date, limits: RateLimits) =>
    claimHeld(test.db.sql, { limit: 10, now, leaseUntil: leaseAt(now), limits });
  const limit = (name: string): RateLimits => ({
    rates: { [name]: 1 },
    domains: name === '*' ? {} : { 'example.test': name },
  });

  /** A campaign to three, held for all of them until the seventh day. */
  async function held(): Promise<string> {
    const { campaignId } = await released(test, org, { count: 3, now: day(0) });
    await test.db.sql.rows(
      "UPDATE message SET state = 'HELD', stopped_by = 'FREQUENCY_CAP', due_at = $2 WHERE campaign_id = $1",
      [campaignId, day(7)],
    );
    return campaignId;
  }

  it.each(['*', 'example.test'])('goes no faster than the limit %s says', async (name) => {
    await held();
    const limits = limit(name);
    expect(await claim(second(0), limits)).toHaveLength(1);
    expect(await claim(second(0.5), limits)).toEqual([]);
    // The first was counted from a fifth of a second before, so that a sender that comes late keeps its rate.
    expect(await heldAllowedAt(test.db.sql, second(0.5), limits)).toEqual(second(0.8));
    expect(await claim(second(1), limits)).toHaveLength(1);
    expect(await claim(second(2), limits)).toHaveLength(1);
    expect(await heldAllowedAt(test.db.sql, second(3), limits)).toBeNull();
  });

  it('shares the limit with campaigns, and a mail of several counts as one', async () => {
    await held();
    await test.db.sql.rows(
      "UPDATE message SET state = 'STOPPED', stopped_by = 'CANCELLED' WHERE state = 'HELD' AND recipient_id <> $1",
      [recipientId],
    );
    const campaignId = await held();
    await test.db.sql.rows(
      "UPDATE message SET state = 'STOPPED', stopped_by = 'CANCELLED' WHERE state = 'HELD' AND recipient_id <> $1",
      [recipientId],
    );
    const limits = limit('*');
    expect(await claim(second(0), limits)).toHaveLength(2);
    await test.db.sql.rows(
      "UPDATE message SET state = 'QUEUED', stopped_by = NULL, due_at = $2 WHERE campaign_id = $1 AND state = 'STOPPED'",
      [campaignId, day(7)],
    );
    const queued = (now: Date) =>
      claimMessages(test.db.sql, { campaignId, limit: 10, now, leaseUntil: leaseAt(now), limits });
    expect(await queued(second(0.5))).toEqual([]);
    expect(await queued(second(1))).toHaveLength(1);
  });

  it('is not kept back by a domain that is throttled', async () => {
    await held();
    await test.db.sql.rows(
      "UPDATE recipient SET address = 'somebody@elsewhere.test' WHERE address = 'person-3@example.test'",
    );
    const limits = limit('example.test');
    expect(await claim(second(0), limits)).toHaveLength(2);
    await test.db.sql.rows("UPDATE message SET due_at = $1 WHERE state = 'HELD'", [day(7)]);
    expect(await claim(second(0.5), limits)).toEqual([]);
  });
});
