import type { OptOutMethod } from '@adieu/domain';
import {
  leaves,
  createTestDatabase,
  seed,
  type Seed,
  type TestDatabase,
  released,
  type ReleasedMessage,
} from '@adieu/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  accountTrend,
  addMember,
  campaignOverTime,
  campaignsToJudge,
  changeCampaign,
  claimMessages,
  claimWarningMail,
  countCampaign,
  decideRequests,
  findCampaigns,
  finishMessages,
  freeTextsOfCampaign,
  giveReason,
  judgeCampaign,
  optOutsBy,
  ownReasons,
  recordDelivery,
  recordMachineSignal,
  recordOptOut,
  releaseWarningMail,
  setOwnReasons,
  warningMailsDue,
  warningsOfCampaign,
} from '../src/index.ts';

const now = new Date('2026-05-04T08:20:00.000Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);
const HOUR = 3_600;
let test: TestDatabase;
let org: Seed;

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterEach(() => test?.close());

async function sent(
  count: number,
  at = now,
): Promise<{ campaignId: string; messages: ReleasedMessage[] }> {
  const campaign = await released(test, org, { count, now: at });
  const { campaignId } = campaign;
  const claimed = await claimMessages(test.db.sql, {
    campaignId,
    limit: count,
    now: at,
    leaseUntil: new Date(at.getTime() + 30_000),
  });
  await finishMessages(
    test.db.sql,
    claimed.map(({ messageId }) => ({ messageId, state: 'SENT', outcome: '250 ok', dueAt: null })),
    at,
  );
  return campaign;
}

const leave = async (messageId: string, method: OptOutMethod, at: Date): Promise<string> =>
  (await leaves(test.db.sql, messageId, { method, now: at })).requestId;

describe('the report of a campaign (F5)', () => {
  it('counts who left by way, scope and reason, who bounced and complained, over time', async () => {
    const { sql } = test.db;
    await setOwnReasons(sql, {
      organisationId: org.organisationId,
      accountId: org.accountId,
      reasons: [{ key: 'TOO_DEAR', texts: { en: 'Too dear' } }],
      now,
    });
    const [own] = await ownReasons(sql, org.accountId);
    const { campaignId, messages } = await sent(10);
    const one = await leave(messages[0]!.id, 'ONE_CLICK', after(HOUR));
    const two = await leave(messages[1]!.id, 'LINK', after(HOUR));
    await leave(messages[2]!.id, 'SPAM_REPORT', after(3 * HOUR));
    await giveReason(sql, {
      requestId: one,
      reason: own!.id,
      text: 'Really',
      language: 'en',
      givenAt: after(HOUR),
    });
    await giveReason(sql, {
      requestId: two,
      reason: 'TOO_MANY',
      text: null,
      language: 'en',
      givenAt: after(HOUR),
    });
    await recordMachineSignal(sql, {
      organisationId: org.organisationId,
      recipientId: messages[3]!.recipientId,
      messageId: messages[3]!.id,
      kind: 'HARD_BOUNCE',
      detail: { status: '5.1.1' },
      now: after(60),
    });

    expect(await countCampaign(sql, campaignId)).toEqual({
      sent: 10,
      tried: 10,
      optOuts: 3,
      complaints: 1,
      bounced: 1,
      hardBounces: 1,
      softBounces: 0,
    });
    expect(await optOutsBy(sql, campaignId)).toEqual({
      method: [
        { method: 'LINK', count: 1 },
        { method: 'ONE_CLICK', count: 1 },
        { method: 'SPAM_REPORT', count: 1 },
      ],
      scope: [{ scopeKind: 'BOOK', count: 3 }],
      reason: [
        { reason: 'TOO_DEAR', texts: { en: 'Too dear' }, count: 1 },
        { reason: 'TOO_MANY', texts: null, count: 1 },
      ],
    });
    expect(await campaignOverTime(sql, campaignId, 'HOUR', 100)).toEqual([
      bucket('2026-05-04T08:00:00.000Z', { sent: 10, bounced: 1 }),
      bucket('2026-05-04T09:00:00.000Z', { optOuts: 2 }),
      bucket('2026-05-04T11:00:00.000Z', { optOuts: 1, complaints: 1 }),
    ]);
    expect(await campaignOverTime(sql, campaignId, 'DAY', 100)).toEqual([
      bucket('2026-05-04T00:00:00.000Z', { sent: 10, bounced: 1, optOuts: 3, complaints: 1 }),
    ]);
    const page = await freeTextsOfCampaign(sql, campaignId, { first: 1, after: null });
    expect(page).toMatchObject({ rows: [{ requestId: one, text: 'Really' }], hasNext: false });
  });

  it('counts people, each once, whatever became of what they asked; and beside them the requests', async () => {
    const { sql } = test.db;
    const { campaignId, messages } = await sent(4);
    const [twice, declined] = messages as [ReleasedMessage, ReleasedMessage];
    await leave(twice.id, 'LINK', after(HOUR));
    await leaves(
      sql,
      { messageId: twice.id, scope: { kind: 'ACCOUNT', id: org.accountId } },
      { method: 'LINK', actor: { kind: 'RECIPIENT', name: null }, now: after(2 * HOUR) },
    );
    const { requestId } = await leaves(sql, declined.id, {
      method: 'LINK',
      signal: 'UNCLEAR',
      now: after(HOUR),
    });
    const counts = async () => (await countCampaign(sql, campaignId)).optOuts;
    const scopes = async () => (await optOutsBy(sql, campaignId)).scope;
    const before = [await counts(), await scopes()];
    const decided = await test.db.transaction((tx) =>
      decideRequests(tx, {
        organisationId: org.organisationId,
        requestIds: [requestId],
        decision: 'DECLINE',
        reason: 'Not a wish',
        actor: { kind: 'KEY', name: 'test' },
        now: after(3 * HOUR),
      }),
    );
    expect(decided).toMatchObject([{ requestId, refused: null }]);
    expect([await counts(), await scopes()]).toEqual(before);
    expect(before).toEqual([
      2,
      expect.arrayContaining([
        { scopeKind: 'BOOK', count: 2 },
        { scopeKind: 'ACCOUNT', count: 1 },
      ]),
    ]);
  });

  it('pages through free texts', async () => {
    const { campaignId, messages } = await sent(3);
    for (const [i, { id }] of messages.entries()) {
      const requestId = await leave(id, 'LINK', after(HOUR));
      await giveReason(test.db.sql, {
        requestId,
        reason: null,
        text: `${i}`,
        language: null,
        givenAt: now,
      });
    }
    const texts: (string | null)[] = [];
    for (let last: string | null = null; ;) {
      const page = await freeTextsOfCampaign(test.db.sql, campaignId, { first: 2, after: last });
      texts.push(...page.rows.map(({ text }) => text));
      if (!page.hasNext) break;
      last = page.rows.at(-1)!.requestId;
    }
    expect(texts).toEqual(['0', '1', '2']);
  });
});

describe('a complaint (W-14)', () => {
  it('of somebody who had left already is counted, each once for its message', async () => {
    const { campaignId, messages } = await sent(5);
    await leave(messages[0]!.id, 'LINK', after(60));
    await leave(messages[0]!.id, 'SPAM_REPORT', after(HOUR));
    await leave(messages[0]!.id, 'SPAM_REPORT', after(2 * HOUR));
    expect(await countCampaign(test.db.sql, campaignId)).toMatchObject({
      optOuts: 1,
      complaints: 1,
    });
    expect(await campaignOverTime(test.db.sql, campaignId, 'HOUR', 10)).toContainEqual(
      bucket('2026-05-04T09:00:00.000Z', { complaints: 1 }),
    );
  });

  it('that names no message counts for the account, once a day', async () => {
    const { messages } = await sent(5);
    const { organisationId, accountId } = org;
    for (const at of [after(60), after(120), after(86_400)])
      await recordOptOut(test.db.sql, {
        target: {
          organisationId,
          recipientId: messages[0]!.recipientId,
          scope: { kind: 'ACCOUNT', id: accountId },
        },
        signal: 'CLEAR',
        method: 'SPAM_REPORT',
        actor: { kind: 'KEY', name: 'desk' },
        evidence: {},
        now: at,
      });
    expect(await accountTrend(test.db.sql, accountId, 'MONTH', 1)).toMatchObject([
      { campaigns: 0, complaints: 2 },
    ]);
  });

  it('names a campaign where it names a message, the table itself sees to it', async () => {
    const insert = `INSERT INTO complaint (organisation_id, message_id, recipient_id, at) VALUES ($1, $2, $2, now())`;
    await expect(
      test.db.sql.rows(insert, [org.organisationId, crypto.randomUUID()]),
    ).rejects.toThrow(/complaint_check/);
  });
});

describe('a campaign that finds too few mailboxes (P7)', () => {
  it('warns once, by the account’s own share, of those that the mail server refused at once too', async () => {
    const { campaignId, messages } = await sent(100);
    const bounce = (n: number): Promise<unknown> =>
      test.db.transaction((tx) =>
        recordDelivery(tx, {
          messageId: messages[n]!.id,
          kind: 'HARD',
          status: '5.1.1',
          source: 'DSN',
          now: after(60),
        }),
      );
    for (const n of [0, 1]) await bounce(n);
    expect(await judgeCampaign(test.db, campaignId, after(61))).toEqual([]);
    await test.db.sql.rows(`UPDATE message SET state = 'FAILED' WHERE id = $1`, [messages[2]!.id]);
    await bounce(2);
    expect(await judgeCampaign(test.db, campaignId, after(62))).toEqual(['BOUNCE_RATE']);
    expect(await judgeCampaign(test.db, campaignId, after(63))).toEqual([]);
    const [warned] = await test.db.sql.rows(
      'SELECT kind, sent, counted, usual FROM campaign_warning WHERE campaign_id = $1',
      [campaignId],
    );
    expect(warned).toEqual({ kind: 'BOUNCE_RATE', sent: 100, counted: 3, usual: null });
  });
});

describe('a campaign of which too many complain (W-14)', () => {
  /** 3 of 1,000 messages of a campaign that runs on. */
  async function running(): Promise<{ campaignId: string; messages: ReleasedMessage[] }> {
    const campaign = await sent(1_000);
    for (const { id } of campaign.messages.slice(0, 3)) await leave(id, 'SPAM_REPORT', after(60));
    return campaign;
  }
  const stateOf = async (campaignId: string) => {
    const [row] = await findCampaigns(test.db.sql, org.organisationId, [campaignId]);
    const { state, pausedBecause, changedBy } = row!;
    return { state, pausedBecause, changedBy };
  };

  it('is paused by itself at 0.3 %, and says why; one that runs is looked at each minute', async () => {
    const { db } = test;
    const { campaignId, messages } = await sent(1_000);
    for (const { id } of messages.slice(0, 2)) await leave(id, 'SPAM_REPORT', after(60));
    expect(await judgeCampaign(db, campaignId, after(61))).toEqual(['COMPLAINT_RATE']);
    expect(await stateOf(campaignId)).toMatchObject({ state: 'SENDING' });
    await leave(messages[2]!.id, 'SPAM_REPORT', after(70));
    expect(await campaignsToJudge(db.sql, after(121), 10)).toEqual([campaignId]);
    expect(await judgeCampaign(db, campaignId, after(121))).toEqual(['COMPLAINT_PAUSE']);
    expect(await stateOf(campaignId)).toEqual({
      state: 'PAUSED',
      pausedBecause: 'COMPLAINT_RATE',
      changedBy: null,
    });
    expect(await judgeCampaign(db, campaignId, after(181))).toEqual([]);
    expect(await campaignsToJudge(db.sql, after(300), 10)).toEqual([]);
  });

  it('lets nothing more through, and warns once of the pause instead of the rate', async () => {
    const { campaignId } = await running();
    expect(await judgeCampaign(test.db, campaignId, after(120))).toEqual(['COMPLAINT_PAUSE']);
    await test.db.sql.rows(
      `UPDATE message SET state = 'QUEUED', due_at = $2 WHERE id = (SELECT id FROM message WHERE campaign_id = $1 ORDER BY id DESC LIMIT 1)`,
      [campaignId, now],
    );
    const claim = { campaignId, limit: 1, now: after(130), leaseUntil: after(160) };
    expect(await claimMessages(test.db.sql, claim)).toEqual([]);
    expect(await warningsOfCampaign(test.db.sql, campaignId)).toEqual([
      { kind: 'COMPLAINT_PAUSE', raisedAt: after(120), sent: 1_000, counted: 3, usual: null },
    ]);
  });

  it('once resumed is not paused by the same complaints; by as many new ones it is, and that is told anew', async () => {
    const { db } = test;
    const { campaignId, messages } = await running();
    await addMember(db.sql, {
      organisationId: org.organisationId,
      name: 'Eva',
      email: 'eva@nordlys.example.test',
      language: 'sv',
      digestSeconds: 86_400,
    });
    await judgeCampaign(db, campaignId, after(120));
    const [due] = await warningMailsDue(db.sql, after(121), 10);
    expect(due).toMatchObject({ campaignId, kind: 'COMPLAINT_PAUSE' });
    await claimWarningMail(db.sql, due!, after(122));
    await db.transaction((sql) =>
      changeCampaign(sql, {
        organisationId: org.organisationId,
        campaignId,
        change: 'RESUME',
        changedBy: 'desk',
        now: after(200),
      }),
    );
    expect(await judgeCampaign(db, campaignId, after(260))).toEqual([]);
    expect(await stateOf(campaignId)).toEqual({
      state: 'SENDING',
      pausedBecause: null,
      changedBy: 'desk',
    });
    await db.sql.rows(
      'UPDATE message SET changed_at = $2 WHERE id IN (SELECT id FROM message WHERE campaign_id = $1 ORDER BY id DESC LIMIT 100)',
      [campaignId, after(270)],
    );
    for (const { id } of messages.slice(3, 5)) await leave(id, 'SPAM_REPORT', after(280));
    expect(await judgeCampaign(db, campaignId, after(320))).toEqual([]);
    await leave(messages[5]!.id, 'SPAM_REPORT', after(330));
    expect(await judgeCampaign(db, campaignId, after(380))).toEqual(['COMPLAINT_PAUSE']);
    expect(await warningsOfCampaign(db.sql, campaignId)).toMatchObject([
      { kind: 'COMPLAINT_PAUSE', raisedAt: after(380), sent: 100, counted: 3 },
    ]);
    expect(await warningMailsDue(db.sql, after(381), 10)).toEqual([due]);
  });

  it('says why only while it is paused, the table itself sees to it', async () => {
    const { campaignId } = await sent(1);
    await expect(
      test.db.sql.rows(`UPDATE campaign SET paused_because = 'COMPLAINT_RATE' WHERE id = $1`, [
        campaignId,
      ]),
    ).rejects.toThrow(/campaign_paused_because/);
  });
});

it('does not count what may be a robot’s before it is confirmed (N4)', async () => {
  const { campaignId, messages } = await sent(60);
  for (const { id } of messages) await leave(id, 'ONE_CLICK', after(2));
  const [suspects] = await test.db.sql.rows<{ n: number }>(
    'SELECT count(*)::int AS n FROM opt_out_request WHERE suspicion IS NOT NULL',
  );
  expect(suspects!.n).toBeGreaterThan(0);
  expect(await countCampaign(test.db.sql, campaignId)).toMatchObject({ optOuts: 60 - suspects!.n });
});

describe('a warning (F3, W-14)', () => {
  it('is not raised of a campaign that is long past, which is counted all the same', async () => {
    const { campaignId, messages } = await sent(100);
    for (const { id } of messages.slice(0, 5)) await leave(id, 'LINK', after(60));
    expect(await judgeCampaign(test.db, campaignId, after(31 * 24 * HOUR))).toEqual([]);
    expect(await accountTrend(test.db.sql, org.accountId, 'MONTH', 1)).toMatchObject([
      { optOuts: 5 },
    ]);
    await test.db.sql.rows(`UPDATE campaign SET state = 'SENT' WHERE id = $1`, [campaignId]);
    expect(await campaignsToJudge(test.db.sql, after(32 * 24 * HOUR), 10)).toEqual([]);
  });

  it('is raised once for a campaign and kind, and each member is told once', async () => {
    const { db } = test;
    const { campaignId, messages } = await sent(100);
    for (const { id } of messages.slice(0, 2)) await leave(id, 'SPAM_REPORT', after(60));
    expect(await campaignsToJudge(db.sql, now, 10)).toEqual([campaignId]);
    expect(await judgeCampaign(db, campaignId, after(120))).toEqual(['COMPLAINT_RATE']);
    await leave(messages[2]!.id, 'LINK', after(200));
    expect(await judgeCampaign(db, campaignId, after(300))).toEqual(['OPT_OUT_RATE']);
    expect(await judgeCampaign(db, campaignId, after(400))).toEqual([]);
    expect(await campaignsToJudge(db.sql, after(400), 10)).toEqual([]);
    expect(await campaignsToJudge(db.sql, after(1_000), 10)).toEqual([campaignId]);
    expect(await warningsOfCampaign(db.sql, campaignId)).toEqual([
      { kind: 'COMPLAINT_RATE', raisedAt: after(120), sent: 100, counted: 2, usual: null },
      { kind: 'OPT_OUT_RATE', raisedAt: after(300), sent: 100, counted: 3, usual: null },
    ]);

    await addMember(db.sql, {
      organisationId: org.organisationId,
      name: 'Eva',
      email: 'eva@nordlys.example.test',
      language: 'sv',
      digestSeconds: 86_400,
    });
    const due = await warningMailsDue(db.sql, after(400), 10);
    expect(due.map(({ kind }) => kind)).toEqual(['COMPLAINT_RATE', 'OPT_OUT_RATE']);
    const claims = await Promise.all(
      [1, 2, 3].map(() => claimWarningMail(db.sql, due[0]!, after(400))),
    );
    expect(claims.filter((claim) => claim !== null)).toMatchObject([
      { campaignName: 'Spring', email: 'eva@nordlys.example.test', language: 'sv', counted: 2 },
    ]);
    expect(await warningMailsDue(db.sql, after(400), 10)).toEqual([due[1]]);
    await releaseWarningMail(db.sql, due[0]!);
    expect(await warningMailsDue(db.sql, after(400), 10)).toEqual(due);
  });

  it('looks back at the campaigns of the account before it, and the trend at all', async () => {
    const { db } = test;
    const week = 7 * 24 * HOUR;
    for (let i = 0; i < 5; i += 1) {
      const { campaignId } = await sent(100, after(i * week));
      await judgeCampaign(db, campaignId, after(i * week + 60));
    }
    const last = await sent(100, after(5 * week));
    for (const { id } of last.messages.slice(0, 3)) await leave(id, 'LINK', after(5 * week + 60));
    expect((await judgeCampaign(db, last.campaignId, after(5 * week + 120))).toSorted()).toEqual([
      'OPT_OUT_RATE',
      'OPT_OUT_UNUSUAL',
    ]);
    const trend = await accountTrend(db.sql, org.accountId, 'WEEK', 2);
    expect(trend).toMatchObject([
      { ...bucket('2026-06-01T00:00:00.000Z', { sent: 100 }), campaigns: 1 },
      { ...bucket('2026-06-08T00:00:00.000Z', { sent: 100, optOuts: 3 }), campaigns: 1 },
    ]);
    expect(await accountTrend(db.sql, org.accountId, 'MONTH', 12)).toMatchObject([
      { campaigns: 4, sent: 400, optOuts: 0 },
      { campaigns: 2, sent: 200, optOuts: 3 },
    ]);
  });

  it('of a kind that nobody knows is refused by the table itself', async () => {
    const { campaignId } = await sent(1);
    await expect(
      test.db.sql.rows(
        `INSERT INTO campaign_warning (campaign_id, kind, raised_at, sent, counted) VALUES ($1, 'DULL', now(), 1, 1)`,
        [campaignId],
      ),
    ).rejects.toThrow(/campaign_warning_kind_check/);
  });
});

function bucket(from: string, more: Record<string, number>) {
  return { from: new Date(from), sent: 0, bounced: 0, optOuts: 0, complaints: 0, ...more };
}
