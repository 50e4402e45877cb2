import { BURST, burstFrom, countEarlyLeaver, type EarlyLeavers } from '@adieu/domain';
import {
  leaves,
  createTestDatabase,
  seed,
  type Seed,
  type TestDatabase,
  released,
  type ReleasedMessage,
  lockAwaited,
} from '@adieu/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  claimMessages,
  decideQuarantine,
  endReview,
  finishAndClaim,
  findQuarantine,
  finishMessages,
  listQuarantines,
  listRequests,
  type OptOutCommand,
  type RecordedOptOut,
  setPolicy,
  type Sql,
  suppressionsOf,
} from '../src/index.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const EVA = { kind: 'KEY', name: 'Eva' } as const;
let test: TestDatabase;
let org: Seed;

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterEach(() => test?.close());

/** Messages of a campaign to `count` people of one domain, all handed over at `now`. */
async function handedOver(
  count: number,
  options: { addressBookId?: string } = {},
): Promise<{ campaignId: string; messages: ReleasedMessage[] }> {
  const campaign = await released(test, org, { count, now, ...options });
  const { campaignId } = campaign;
  await claimMessages(test.db.sql, { campaignId, limit: count, now, leaseUntil: after(30) });
  const results = campaign.messages.map(({ id }) => {
    return { messageId: id, state: 'SENT', outcome: '250 ok', dueAt: null } as const;
  });
  await finishMessages(test.db.sql, results, now);
  return campaign;
}

const leave = (
  messageId: string,
  at: Date,
  more: Partial<OptOutCommand> = {},
  sql: Sql = test.db.sql,
): Promise<RecordedOptOut> => leaves(sql, messageId, { method: 'ONE_CLICK', now: at, ...more });

const isSuspect = ({ suspicion }: RecordedOptOut): boolean => suspicion === 'BURST';

describe('many of one domain who leave within seconds of delivery (N4)', () => {
  it('sixty at once are one quarantine from the twelfth on; each is stopped, the first eleven for good', async () => {
    const { messages, campaignId } = await handedOver(60);
    const all = await Promise.all(messages.map(({ id }) => leave(id, after(2))));
    const from = burstFrom('example.test', 60)!;
    expect(all.filter((each) => !isSuspect(each))).toHaveLength(from - 1);
    for (const each of all) {
      expect(each).toMatchObject(
        isSuspect(each)
          ? { state: 'PENDING', signal: 'UNCLEAR', onTimeout: 'OPT_OUT', method: 'ONE_CLICK' }
          : { state: 'CONFIRMED', signal: 'CLEAR' },
      );
      expect(await suppressionsOf(test.db.sql, each.recipientId)).toMatchObject([
        { state: isSuspect(each) ? 'PAUSED' : 'OPTED_OUT' },
      ]);
    }
    const { rows } = await listQuarantines(test.db.sql, org.organisationId, {
      campaignId: null,
      isOpen: null,
      first: 10,
      after: null,
    });
    expect(rows).toEqual([
      expect.objectContaining({
        campaignId,
        mailDomain: 'example.test',
        count: 60 - from + 1,
        pending: 60 - from + 1,
        firstAt: after(2),
        lastAt: after(2),
        methods: ['ONE_CLICK'],
      }),
    ]);
    const listed = await listRequests(test.db.sql, org.organisationId, {
      filter: { quarantineId: rows[0]!.id, states: ['PENDING'] },
      orderBy: 'DEADLINE',
      first: 100,
      after: null,
    });
    expect(listed.rows).toHaveLength(60 - from + 1);
  });

  it('are suspected whatever the method', async () => {
    const { messages } = await handedOver(20);
    const methods = ['ONE_CLICK', 'LINK', 'MAILTO'] as const;
    const all: RecordedOptOut[] = [];
    for (const [i, { id }] of messages.entries())
      all.push(await leave(id, after(5), { method: methods[i % 3]! }));
    expect(all.map(isSuspect)).toEqual(messages.map((_, i) => i >= BURST.fewest - 1));
  });

  it('a handful are people, and one person who clicks two hundred times is one', async () => {
    const { messages } = await handedOver(40);
    const handful = await Promise.all(messages.slice(0, 5).map(({ id }) => leave(id, after(1))));
    expect(handful.some(isSuspect)).toBe(false);
    const one = messages[8]!.id;
    const all = await Promise.all(Array.from({ length: 200 }, () => leave(one, after(1))));
    expect(all.some(isSuspect)).toBe(false);
    expect(new Set(all.map(({ requestId }) => requestId)).size).toBe(1);
    expect(isSuspect(await leave(messages[9]!.id, after(1)))).toBe(false);
    expect(await test.db.sql.rows('SELECT early_leavers AS n FROM campaign_domain')).toEqual([
      { n: 7 },
    ]);
  });

  it('later than a minute after hand-over are people', async () => {
    const { messages } = await handedOver(30);
    const all: RecordedOptOut[] = [];
    for (const { id } of messages) all.push(await leave(id, after(BURST.secondsAfterHandOver)));
    expect(all.some(isSuspect)).toBe(false);
  });

  it('in a storm, while senders hand over two campaigns to the same people: none waits for another for ever, none is lost', async () => {
    const [spring, staff] = [
      await released(test, org, { count: 80, now }),
      await released(test, org, { count: 80, now, addressBookId: org.staffId }),
    ];
    const campaignOf = new Map(
      [spring, staff].flatMap(({ campaignId, messages }) =>
        messages.map(({ id }) => [id, campaignId] as const),
      ),
    );
    const wishes: Promise<RecordedOptOut>[] = [];
    const send = async (campaignId: string): Promise<void> => {
      let open: string[] = [];
      do {
        const done = open.map((messageId) => {
          return { messageId, state: 'SENT', outcome: '250 ok', dueAt: null } as const;
        });
        const claimed = await finishAndClaim(test.db.sql, done, {
          campaignId,
          limit: 7,
          now,
          leaseUntil: after(30),
        });
        open = claimed.map(({ messageId }) => messageId);
        wishes.push(...open.map((id) => leave(id, after(1))));
      } while (open.length > 0);
    };
    await Promise.all(
      [spring, staff].flatMap(({ campaignId }) => [send(campaignId), send(campaignId)]),
    );
    const all = await Promise.all(wishes);
    expect(all).toHaveLength(campaignOf.size);
    expect(await test.db.sql.rows('SELECT 1 FROM suppression')).toHaveLength(160);
    expect(all.filter(isSuspect).length).toBeGreaterThan(60);
  });

  it('a wish whose transaction holds its recipient already does not wait in a circle with its twin', async () => {
    const { messages } = await handedOver(20);
    const { id, recipientId } = messages[0]!;
    let twin: Promise<RecordedOptOut> | undefined;
    const first = await test.db.transaction(async (sql) => {
      await sql.rows('SELECT 1 FROM recipient WHERE id = $1 FOR NO KEY UPDATE', [recipientId]);
      twin = leave(id, after(1));
      await lockAwaited(test.db.sql);
      return leave(id, after(1), {}, sql);
    });
    expect((await twin!).requestId).toBe(first.requestId);
  });

  it('that begin between the two looks of a twin leave them with the one request', async () => {
    const { messages } = await handedOver(40);
    const [mine, ...others] = messages.map(({ id }) => id);
    let looks = 0;
    const sql: Sql = {
      ...test.db.sql,
      async rows<Row>(text: string, values?: readonly unknown[]) {
        const rows = await test.db.sql.rows<Row>(text, values);
        looks += 1;
        if (looks === 1) for (const id of others.slice(0, 12)) await leave(id, after(1));
        return rows;
      },
    };
    let twin: Promise<RecordedOptOut> | undefined;
    const first = await test.db.transaction(async (tx) => {
      const recorded = await leave(mine!, after(1), {}, tx);
      twin = leave(mine!, after(1), {}, sql);
      await lockAwaited(test.db.sql);
      return recorded;
    });
    expect(await twin!).toMatchObject({ requestId: first.requestId, effect: 'joined' });
    expect(looks).toBe(3);
  });

  it('before any hand-over are people: a queued message is no mail yet', async () => {
    const { messages } = await released(test, org, { count: 30, now });
    for (const { id } of messages) expect(isSuspect(await leave(id, after(1)))).toBe(false);
  });

  it('the same scanner again changes nothing; the person themselves, later, leaves at once', async () => {
    const { messages } = await handedOver(30);
    const all: RecordedOptOut[] = [];
    for (const { id } of messages) all.push(await leave(id, after(3)));
    const last = all.at(-1)!;
    expect(isSuspect(last)).toBe(true);
    expect(await leave(messages.at(-1)!.id, after(4))).toMatchObject({
      effect: 'joined',
      state: 'PENDING',
    });
    expect(await leave(messages.at(-1)!.id, after(3_600), { method: 'LINK' })).toMatchObject({
      requestId: last.requestId,
      effect: 'overridden',
      state: 'CONFIRMED',
    });
  });

  it('of a staff book where leaving is final do not come back by themselves', async () => {
    await test.db.transaction((sql) =>
      setPolicy(sql, {
        organisationId: org.organisationId,
        addressBookId: org.staffId,
        policy: { mode: 'AT_ONCE', reviewSeconds: 60, onTimeout: 'REVERT' },
        createdBy: 'test',
      }),
    );
    const { messages } = await handedOver(15, { addressBookId: org.staffId });
    const all: RecordedOptOut[] = [];
    for (const { id } of messages) all.push(await leave(id, after(3)));
    expect(all.at(-1)).toMatchObject({
      state: 'PENDING',
      onTimeout: 'OPT_OUT',
      suspicion: 'BURST',
    });
  });
});

describe('deciding a quarantine', () => {
  async function burst(): Promise<{ quarantineId: string; suspects: RecordedOptOut[] }> {
    const { messages } = await handedOver(25);
    const all = await Promise.all(messages.map(({ id }) => leave(id, after(2))));
    const { rows } = await listQuarantines(test.db.sql, org.organisationId, {
      campaignId: null,
      isOpen: null,
      first: 1,
      after: null,
    });
    return { quarantineId: rows[0]!.id, suspects: all.filter(isSuspect) };
  }
  const decide = (quarantineId: string, decision: 'CONFIRM' | 'DECLINE', reason: string | null) =>
    test.db.transaction((sql) =>
      decideQuarantine(sql, {
        organisationId: org.organisationId,
        quarantineId,
        decision,
        reason,
        actor: EVA,
        now: after(60),
      }),
    );

  it('lets all of it back at once, with a reason; what was confirmed before stays', async () => {
    const { quarantineId, suspects } = await burst();
    expect(await decide(quarantineId, 'DECLINE', ' ')).toEqual({ refused: 'reason-required' });
    expect(await decide(quarantineId, 'DECLINE', 'the scanner of example.test')).toEqual({
      decided: suspects.length,
    });
    for (const { recipientId } of suspects)
      expect(await suppressionsOf(test.db.sql, recipientId)).toEqual([]);
    const [left] = await test.db.sql.rows(
      "SELECT count(*)::int AS n FROM suppression WHERE state = 'OPTED_OUT'",
    );
    expect(left).toEqual({ n: BURST.fewest - 1 });
    expect(await decide(quarantineId, 'CONFIRM', null)).toEqual({ decided: 0 });
  });

  it('confirms all of it at once', async () => {
    const { quarantineId, suspects } = await burst();
    expect(await decide(quarantineId, 'CONFIRM', null)).toEqual({ decided: suspects.length });
    expect(await findQuarantine(test.db.sql, org.organisationId, quarantineId)).toMatchObject({
      count: suspects.length,
      pending: 0,
    });
  });

  it('by nobody is an opt-out at the deadline', async () => {
    const { suspects } = await burst();
    const { requestId, deadline } = suspects[0]!;
    expect(await endReview(test.db, requestId, deadline!)).toEqual({ state: 'CONFIRMED' });
  });

  it('of another organisation is not found', async () => {
    const { quarantineId } = await burst();
    const other = await seed(test.db, { name: 'Other' });
    const result = await test.db.transaction((sql) =>
      decideQuarantine(sql, {
        organisationId: other.organisationId,
        quarantineId,
        decision: 'CONFIRM',
        reason: null,
        actor: EVA,
        now,
      }),
    );
    expect(result).toEqual({ refused: 'not-found' });
    expect(await findQuarantine(test.db.sql, other.organisationId, quarantineId)).toBeNull();
  });
});

describe('the counter', () => {
  it('counts in SQL as the domain counts, over gaps and bursts', async () => {
    const { messages } = await handedOver(60);
    const from = burstFrom('example.test', 60)!;
    let counted: EarlyLeavers = { count: 0, until: 0, isBurst: false };
    // A pause ends each series; the mails are made young again, because each may leave early once only.
    const steps = messages.map((_, i) => (i < 5 ? i : i < 30 ? i + 70 : i * 3 + 80));
    for (const [i, { id }] of messages.entries()) {
      const at = after(steps[i]!);
      await test.db.sql.rows('UPDATE message SET changed_at = $2 WHERE id = $1', [id, at]);
      counted = countEarlyLeaver(counted, at.getTime(), from);
      expect(isSuspect(await leave(id, at)), `step ${i}`).toBe(counted.isBurst);
      const [row] = await test.db.sql.rows(
        'SELECT early_leavers AS count, counted_until AS until FROM campaign_domain',
      );
      expect(row).toEqual({ count: counted.count, until: new Date(counted.until) });
    }
  });

  it('refuses a suspicion without a quarantine (raw SQL)', async () => {
    const { messages } = await released(test, org, { count: 1, now });
    const { requestId } = await leave(messages[0]!.id, now);
    await expect(
      test.db.sql.rows("UPDATE opt_out_request SET suspicion = 'BURST' WHERE id = $1", [requestId]),
    ).rejects.toThrow(/check constraint/);
  });
});
