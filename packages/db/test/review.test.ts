import type { Decision } from '@adieu/domain';
import { hashSecretToken, reviewToken } from '@adieu/keys';
import {
  leaves,
  releaseDraft,
  createTestDatabase,
  seed,
  type Seed,
  seedContacts,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addMember,
  armDigestLink,
  armReviewLink,
  askToSignIn,
  carryOutDecision,
  changeMember,
  decidedByPerson,
  endReview,
  extendRequest,
  findReviewLink,
  giveReason,
  ledgerOfRequest,
  useSignIn,
  overdueDecisions,
  planDecision,
  plansOfPerson,
  purgeBatch,
  removeMember,
  requestsOfPlan,
  reviewFigures,
  reviewLinkForMail,
  revokeReviewLink,
  undoDecision,
  waitingByBook,
  waitingIds,
  waitingRequests,
} from '../src/index.ts';

const MINUTE = 60;
const DAY = 86_400;
const WEEK = 7 * DAY;
const now = new Date('2026-05-04T08:00:00.000Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);

let test: TestDatabase;
let org: Seed;
let eva: string;
let email: string;
let messages: string[];

beforeAll(async () => {
  test = await createTestDatabase({ role: 'engine' });
});
afterAll(() => test.close());

beforeEach(async () => {
  org = await seed(test.db);
  messages = await messagesOf(org.staffId, 6);
  email = `eva-${crypto.randomUUID()}@nordlys.example.test`;
  eva = await person(email);
});

async function messagesOf(addressBookId: string, count: number): Promise<string[]> {
  const { organisationId } = org;
  const campaignId = await seedContacts(test.db, org, { count, addressBookId });
  await test.db.transaction((sql) => releaseDraft(sql, { organisationId, campaignId, now }));
  const rows = await test.db.sql.rows<{ id: string }>(
    'SELECT id FROM message WHERE campaign_id = $1 ORDER BY id',
    [campaignId],
  );
  return rows.map(({ id }) => id);
}

async function person(address: string, of = org): Promise<string> {
  const added = await addMember(test.db.sql, {
    organisationId: of.organisationId,
    name: 'Eva',
    email: address,
    language: 'sv',
    digestSeconds: DAY,
  });
  if ('refused' in added) throw new Error(added.refused);
  return added.memberId;
}

const leave = async (messageId = messages.pop()!, at = now): Promise<string> =>
  (await leaves(test.db.sql, messageId, { evidence: { note: 'by phone' }, now: at })).requestId;

/** A link of a digest, as the worker arms it. */
async function digestLink(memberId = eva, at = now): Promise<{ id: string; hash: Buffer }> {
  const id = crypto.randomUUID();
  const hash = hashSecretToken(reviewToken(org.ring, id));
  await armDigestLink(test.db.sql, { digestId: id, memberId, tokenHash: hash, now: at });
  return { id, hash };
}

const ask = (address = email, at = now) =>
  test.db.transaction((sql) => askToSignIn(sql, { email: address, now: at }));

/** The latest way in that was asked for, armed as the worker does before it mails it. */
async function wayIn(): Promise<{ id: string; hash: Buffer }> {
  const [row] = await test.db.sql.rows<{ id: string }>(
    "SELECT id FROM review_link WHERE purpose = 'SIGN_IN' ORDER BY id DESC LIMIT 1",
  );
  const hash = hashSecretToken(reviewToken(org.ring, row!.id));
  await armReviewLink(test.db.sql, row!.id, hash);
  return { id: row!.id, hash };
}

const opens = async (hash: Buffer, at = now, purpose: 'REVIEW' | 'SIGN_IN' = 'REVIEW') =>
  (await findReviewLink(test.db.sql, purpose, hash, at)) !== null;

const plan = async (requestIds: readonly string[], decision: Decision = 'CONFIRM', at = now) => {
  const planned = await test.db.transaction((sql) =>
    planDecision(sql, {
      organisationId: org.organisationId,
      accountIds: null,
      memberId: eva,
      memberName: 'Eva',
      requestIds,
      decision,
      reason: decision === 'DECLINE' ? 'You are on call.' : null,
      now: at,
    }),
  );
  if (planned === null) throw new Error('nothing was planned');
  return planned.plannedId;
};
const undo = (plannedId: string, memberId = eva) =>
  undoDecision(test.db.sql, { memberId, plannedId, now: after(5) });

async function stateOf(requestId: string): Promise<string> {
  const [row] = await test.db.sql.rows<{ state: string }>(
    'SELECT state FROM opt_out_request WHERE id = $1',
    [requestId],
  );
  return row!.state;
}
const planNow = async (id: string) => (await plansOfPerson(test.db.sql, eva, id))[0]!;
const outboxOf = (kind: string) =>
  test.db.sql.rows("SELECT message FROM outbox WHERE message->>'kind' = $1", [kind]);

describe('links to the review', () => {
  it('name their person and end after three days', async () => {
    const { hash } = await digestLink();
    expect(await findReviewLink(test.db.sql, 'REVIEW', hash, after(3 * DAY - 1))).toMatchObject({
      memberId: eva,
      memberName: 'Eva',
      organisationName: 'Nordlys',
      language: 'sv',
    });
    expect(await opens(hash, after(3 * DAY))).toBe(false);
  });

  it('of a digest that is claimed and armed again are the same link', async () => {
    const { id, hash } = await digestLink();
    await armDigestLink(test.db.sql, {
      digestId: id,
      memberId: eva,
      tokenHash: hash,
      now: after(DAY),
    });
    expect(await opens(hash, after(3 * DAY))).toBe(false);
  });

  it.each([
    ['is inactive', { active: false }],
    ['has another address', { email: 'eva-moved@nordlys.example.test' }],
  ])('are dead at once where the person %s, and stay so', async (_name, change) => {
    const { hash } = await digestLink();
    const { organisationId } = org;
    const to = (words: object) =>
      test.db.transaction((tx) => changeMember(tx, { organisationId, memberId: eva, ...words }));
    await to({ name: 'Eva Lind', email, active: true });
    expect(await opens(hash)).toBe(true);
    await to(change);
    expect(await opens(hash)).toBe(false);
    await to({ active: true, email });
    expect(await opens(hash)).toBe(false);
  });

  it('are dead at once where the person is removed', async () => {
    const { hash } = await digestLink();
    await test.db.transaction((tx) => removeMember(tx, org.organisationId, eva));
    expect(await opens(hash)).toBe(false);
  });

  it('each open what they were made for, and nothing once revoked', async () => {
    const { id, hash } = await digestLink();
    expect(await opens(hash, now, 'SIGN_IN')).toBe(false);
    await revokeReviewLink(test.db.sql, id, now);
    expect(await opens(hash)).toBe(false);
  });

  it('are purged a day after their end', async () => {
    const { id } = await digestLink();
    await purgeBatch(test.db.sql, 'reviewLinks', after(4 * DAY), 1_000);
    expect(await test.db.sql.rows('SELECT 1 FROM review_link WHERE id = $1', [id])).toHaveLength(1);
    await purgeBatch(test.db.sql, 'reviewLinks', after(4 * DAY + 1), 1_000);
    expect(await test.db.sql.rows('SELECT 1 FROM review_link WHERE id = $1', [id])).toEqual([]);
  });
});

describe('signing in', () => {
  it('mails an active person a way in that works for 15 minutes, and nobody else anything', async () => {
    expect(await ask('nobody@nordlys.example.test')).toBe(0);
    expect(await ask()).toBe(1);
    expect(await outboxOf('review-link.asked')).not.toEqual([]);
    const { id, hash } = await wayIn();
    expect(await reviewLinkForMail(test.db.sql, id, now)).toMatchObject({
      email,
      language: 'sv',
      organisationName: 'Nordlys',
    });
    expect(await opens(hash, after(15 * MINUTE - 1), 'SIGN_IN')).toBe(true);
    expect(await opens(hash, after(15 * MINUTE), 'SIGN_IN')).toBe(false);
    expect(await reviewLinkForMail(test.db.sql, id, after(15 * MINUTE))).toBeNull();
    await test.db.transaction((tx) =>
      changeMember(tx, {
        organisationId: org.organisationId,
        memberId: eva,
        active: false,
      }),
    );
    expect(await ask(email, after(HOUR))).toBe(0);
  });

  it('is used up by the first who presses, and by nobody after its end', async () => {
    await ask();
    const { hash } = await wayIn();
    const use = (at = now) => test.db.transaction((sql) => useSignIn(sql, hash, at));
    expect(await use(after(HOUR))).toBeNull();
    expect((await Promise.all([use(), use(), use()])).filter((who) => who !== null)).toEqual([eva]);
    expect(await use()).toBeNull();
  });

  it('is mailed once in ten minutes and three times in a day, also when asked at once (D-8)', async () => {
    const asked = await Promise.all(Array.from({ length: 4 }, () => ask()));
    expect(asked.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 1]);
    expect(await ask(email, after(9 * MINUTE))).toBe(0);
    expect(await ask(email, after(11 * MINUTE))).toBe(1);
    expect(await ask(email, after(22 * MINUTE))).toBe(1);
    expect(await ask(email, after(33 * MINUTE))).toBe(0);
    expect(await ask(email, after(DAY + 1))).toBe(1);
  });
});

const HOUR = 3_600;

describe('what waits', () => {
  it('is shown with name, scope, what was written and when it ends, the oldest deadline first', async () => {
    const [late, early] = [await leave(), await leave(messages.pop(), after(-DAY))];
    await giveReason(test.db.sql, {
      requestId: late,
      reason: 'TOO_MANY',
      text: 'Every day!',
      language: 'en',
      givenAt: now,
    });
    const page = {
      organisationId: org.organisationId,
      accountIds: null,
      addressBookId: null,
      first: 10,
      after: null,
    };
    const { rows } = await waitingRequests(test.db.sql, page);
    expect(rows.map(({ id }) => id)).toEqual([early, late]);
    expect(rows[0]).toMatchObject({
      firstName: expect.stringMatching(/^Person/),
      lastName: null,
      scopeName: 'Staff information',
      addressBookName: 'Staff information',
      method: 'LINK',
      onTimeout: 'REVERT',
      deadline: after(WEEK - DAY),
      words: 'by phone',
      givenReason: null,
    });
    expect(rows[1]).toMatchObject({ words: 'by phone\n\nEvery day!', givenReason: 'TOO_MANY' });
    expect(await waitingByBook(test.db.sql, { ...org, accountIds: null })).toEqual([
      { addressBookId: org.staffId, name: 'Staff information', count: 2 },
    ]);
  });

  it('comes page by page and by book, and never another organisation’s', async () => {
    const ids = [await leave(), await leave(), await leave()].toSorted();
    const { organisationId } = org;
    const page = (addressBookId: string | null, at: { deadline: Date; id: string } | null) =>
      waitingRequests(test.db.sql, {
        organisationId,
        accountIds: null,
        addressBookId,
        first: 2,
        after: at,
      });
    const first = await page(null, null);
    expect([first.hasNext, first.rows.map(({ id }) => id)]).toEqual([true, ids.slice(0, 2)]);
    const last = first.rows.at(-1)!;
    const next = await page(org.staffId, { deadline: last.deadline!, id: last.id });
    expect([next.hasNext, next.rows.map(({ id }) => id)]).toEqual([false, ids.slice(2)]);
    expect((await page(org.newsletterId, null)).rows).toEqual([]);
    const foreign = await seed(test.db, { name: 'Somebody else' });
    const others = {
      organisationId: foreign.organisationId,
      accountIds: null,
      addressBookId: null,
    };
    expect(await waitingIds(test.db.sql, { ...others, receivedBy: now, limit: 10 })).toEqual([]);
  });

  it('as ids leaves out what came in after the page was shown, and what is being decided', async () => {
    const [first, second, later] = [
      await leave(),
      await leave(),
      await leave(messages.pop(), after(60)),
    ];
    const all = {
      organisationId: org.organisationId,
      accountIds: null,
      addressBookId: null,
      limit: 10,
    };
    const ids = (receivedBy: Date) => waitingIds(test.db.sql, { ...all, receivedBy });
    expect(await ids(now)).toEqual([first, second].toSorted());
    const planned = await plan([first]);
    expect(await ids(after(60))).toEqual([second, later]);
    await undo(planned);
    expect(await ids(now)).toHaveLength(2);
  });
});

describe('a decision of the review', () => {
  it('changes nothing before it is carried out; then it is theirs, in the ledger by name', async () => {
    const [first, second] = [await leave(), await leave()];
    const planned = await plan([first, second], 'DECLINE');
    expect(await outboxOf('decision.planned')).toContainEqual({
      message: { kind: 'decision.planned', id: planned, dueAt: after(15).toISOString() },
    });
    expect(await stateOf(first)).toBe('PENDING');
    expect(await planNow(planned)).toMatchObject({ state: 'PLANNED', total: 2, carriedOut: 0 });
    expect(await carryOutDecision(test.db, planned, after(15))).toBe('CARRIED_OUT');
    expect(await carryOutDecision(test.db, planned, after(16))).toBe('CARRIED_OUT');
    expect(await planNow(planned)).toMatchObject({
      state: 'CARRIED_OUT',
      carriedOut: 2,
      refused: 0,
    });
    const events = await ledgerOfRequest(test.db.sql, first);
    expect(events.slice(1)).toMatchObject([
      { type: 'DECLINED', actorKind: 'MEMBER', actor: 'Eva', reason: 'You are on call.' },
    ]);
    const mine = await decidedByPerson(test.db.sql, eva, 10);
    expect(mine.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted());
  });

  it('that was undone is never carried out', async () => {
    const requestId = await leave();
    const planned = await plan([requestId]);
    expect(await undo(planned)).toEqual({ undone: true });
    expect(await undo(planned)).toEqual({ undone: true });
    expect(await carryOutDecision(test.db, planned, after(15))).toBe('UNDONE');
    expect(await stateOf(requestId)).toBe('PENDING');
    expect(await plansOfPerson(test.db.sql, eva, null)).toEqual([]);
  });

  it('that was carried out is not undone, and nobody else’s is either', async () => {
    const planned = await plan([await leave()]);
    const other = await person(`b-${email}`);
    expect(await undo(planned, other)).toEqual({ refused: 'not-found' });
    await carryOutDecision(test.db, planned, after(15));
    expect(await undo(planned)).toEqual({ refused: 'already-carried-out' });
    expect(await undo(crypto.randomUUID())).toEqual({ refused: 'not-found' });
  });

  it('undone and carried out at the same instant: one of the two, everywhere', async () => {
    const outcomes = new Set<string>();
    for (const messageId of await messagesOf(org.staffId, 12)) {
      const requestId = await leave(messageId);
      const planned = await plan([requestId]);
      const steps = [() => undo(planned), () => carryOutDecision(test.db, planned, after(15))];
      if (outcomes.size % 2 === 0) steps.reverse();
      const [a, b] = await Promise.all(steps.map((step) => step()));
      const undone = [a, b].some(
        (one) => typeof one === 'object' && one !== null && 'undone' in one,
      );
      const state = await stateOf(requestId);
      expect(state).toBe(undone ? 'PENDING' : 'CONFIRMED');
      expect((await planNow(planned)).state).toBe(undone ? 'UNDONE' : 'CARRIED_OUT');
      outcomes.add(state);
    }
  });

  it('and the timer at the same instant: the first decides, the other says so', async () => {
    for (const messageId of await messagesOf(org.staffId, 8)) {
      const requestId = await leave(messageId);
      const planned = await plan([requestId]);
      await Promise.all([
        endReview(test.db, requestId, after(WEEK)),
        carryOutDecision(test.db, planned, after(WEEK)),
      ]);
      const state = await stateOf(requestId);
      expect(await planNow(planned)).toMatchObject(
        state === 'REVERTED' ? { carriedOut: 0, refused: 1 } : { carriedOut: 1, refused: 0 },
      );
      expect((await ledgerOfRequest(test.db.sql, requestId)).length).toBe(2);
    }
  });

  it('tells which ones were closed meanwhile, and decides the others', async () => {
    const [closed, open, closing] = [await leave(), await leave(), await leave()];
    await endReview(test.db, closed, after(WEEK));
    const planned = await plan([closed, open, closing]);
    await endReview(test.db, closing, after(WEEK));
    await carryOutDecision(test.db, planned, after(15));
    expect(await planNow(planned)).toMatchObject({ total: 3, carriedOut: 1, refused: 2 });
    const refused = await requestsOfPlan(test.db.sql, {
      plannedId: planned,
      refused: true,
      limit: 100,
    });
    expect(new Set(refused.map(({ id, refused: why, state }) => `${id} ${why} ${state}`))).toEqual(
      new Set([closed, closing].map((id) => `${id} already-closed REVERTED`)),
    );
    expect(refused).toHaveLength(2);
  });

  it('about a request whose deadline comes first is carried out before it, the others later', async () => {
    const [soon, later] = [await leave(), await leave()];
    await test.db.transaction((tx) =>
      extendRequest(tx, {
        organisationId: org.organisationId,
        requestId: later,
        deadline: after(WEEK + DAY),
        reason: null,
        actor: { kind: 'KEY', name: 'x' },
        now,
      }),
    );
    const planned = await plan([soon, later], 'CONFIRM', after(WEEK - 10));
    expect(await stateOf(soon)).toBe('CONFIRMED');
    expect(await stateOf(later)).toBe('PENDING');
    expect(await planNow(planned)).toMatchObject({ state: 'PLANNED', carriedOut: 1, total: 2 });
    await undo(planned);
    expect(await stateOf(soon)).toBe('CONFIRMED');
    const only = await plan([later], 'CONFIRM', after(WEEK + DAY - 1));
    expect(await planNow(only)).toMatchObject({ state: 'CARRIED_OUT', carriedOut: 1 });
  });

  it('is not carried out for somebody who has become inactive, nor for somebody who is gone', async () => {
    const [first, second] = [await leave(), await leave()];
    const [a, b] = [await plan([first]), await plan([second])];
    const { organisationId } = org;
    await test.db.transaction((tx) =>
      changeMember(tx, { organisationId, memberId: eva, active: false }),
    );
    expect(await carryOutDecision(test.db, a, after(15))).toBe('UNDONE');
    await test.db.transaction((tx) => removeMember(tx, organisationId, eva));
    expect(await carryOutDecision(test.db, b, after(15))).toBeNull();
    expect([await stateOf(first), await stateOf(second)]).toEqual(['PENDING', 'PENDING']);
  });

  it('knows no ids of others', async () => {
    const foreign = await leave();
    org = await seed(test.db, { name: 'Somebody else' });
    await expect(plan([foreign])).rejects.toThrow('nothing was planned');
  });

  it('that nobody carried out is found again', async () => {
    const planned = await plan([await leave()]);
    const query = { limit: 1_000, afterId: null };
    const found = async (dueBefore: Date) =>
      (await overdueDecisions(test.db.sql, { ...query, dueBefore })).some(
        ({ id }) => id === planned,
      );
    expect(await found(after(15))).toBe(false);
    expect(await found(after(16))).toBe(true);
    await undo(planned);
    expect(await found(after(16))).toBe(false);
  });

  it('ends once, also for raw SQL, and a decline has a reason', async () => {
    const planned = await plan([await leave()]);
    await undo(planned);
    const raw = (text: string) => test.db.sql.rows(text, [planned]);
    await expect(
      raw("UPDATE planned_decision SET state = 'PLANNED', ended_at = NULL WHERE id = $1"),
    ).rejects.toThrow(/ends once/);
    const open = await plan([await leave()]);
    await expect(
      test.db.sql.rows(
        "UPDATE planned_decision SET decision = 'DECLINE', reason = ' ' WHERE id = $1",
        [open],
      ),
    ).rejects.toThrow(/a_decline_has_a_reason/);
  });

  it('is purged after 30 days; the request keeps what was decided', async () => {
    const requestId = await leave();
    const planned = await plan([requestId], 'DECLINE');
    await carryOutDecision(test.db, planned, after(15));
    await purgeBatch(test.db.sql, 'plannedDecisions', after(30 * DAY + 16), 1_000);
    expect(await plansOfPerson(test.db.sql, eva, planned)).toEqual([]);
    expect(await stateOf(requestId)).toBe('DECLINED');
  });
});

describe('the figures', () => {
  const figures = (timeZone = 'UTC', at = now) =>
    reviewFigures(test.db.sql, { ...org, accountIds: null, timeZone, now: at });

  it('count by day of the zone, by way and by reason, and measure how long decisions took', async () => {
    const evening = new Date('2026-05-03T22:30:00.000Z');
    const ids = [
      await leave(),
      await leave(messages.pop(), evening),
      await leave(messages.pop(), after(-40 * DAY)),
    ];
    await giveReason(test.db.sql, {
      requestId: ids[0]!,
      reason: 'TOO_MANY',
      text: null,
      language: 'en',
      givenAt: now,
    });
    await carryOutDecision(test.db, await plan([ids[0]!]), after(1_800));
    await carryOutDecision(test.db, await plan([ids[1]!]), after(-5_400 + 8 * DAY));
    const { requestsByDay, byMethod, byReason, decision } = await figures('UTC', after(DAY / 3));
    expect(requestsByDay).toHaveLength(30);
    expect(requestsByDay.slice(-2)).toEqual([
      { day: '2026-05-03', count: 1 },
      { day: '2026-05-04', count: 1 },
    ]);
    expect((await figures('Europe/Stockholm')).requestsByDay.at(-1)).toEqual({
      day: '2026-05-04',
      count: 2,
    });
    expect(byMethod).toEqual([{ method: 'LINK', count: 2 }]);
    expect(byReason).toEqual([{ reason: 'TOO_MANY', count: 1 }]);
    expect(decision).toMatchObject({ count: 2, steps: [1, 0, 0, 0, 0, 1] });
    expect(decision.medianSeconds).toBeGreaterThan(1_800);
  });

  it('count what the gate stopped', async () => {
    await leave(messages[0]);
    await test.db.sql.rows(
      "UPDATE message SET state = 'STOPPED', stopped_by = 'PAUSED', changed_at = $2 WHERE id = $1",
      [messages[1], now],
    );
    expect((await figures()).stoppedByDay.at(-1)).toEqual({ day: '2026-05-04', count: 1 });
  });

  it('of an organisation in which nothing has happened are all zero', async () => {
    expect(await figures()).toMatchObject({
      byMethod: [],
      byReason: [],
      decision: { count: 0, medianSeconds: null, p90Seconds: null, steps: [0, 0, 0, 0, 0, 0] },
    });
  });
});
