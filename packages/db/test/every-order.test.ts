import { type Decision, MARKETING_REVIEW_CAP_SECONDS, type RequestState } from '@adieu/domain';
import {
  leaves,
  createTestDatabase,
  seed,
  type Seed,
  type TestDatabase,
  released,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAddressBook, decideRequests, endReview, ledgerOfRequest } from '../src/index.ts';

const REVIEW_SECONDS = 600;
const now = new Date('2026-05-04T08:00:00.000Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);

let test: TestDatabase;
let org: Seed;
/** Message ids of people who can leave, by what a timeout does. */
const people: Record<'REVERT' | 'OPT_OUT', string[]> = { REVERT: [], OPT_OUT: [] };

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  for (const onTimeout of ['REVERT', 'OPT_OUT'] as const) {
    const book = await createAddressBook(test.db.sql, {
      accountId: org.accountId,
      name: onTimeout,
      purpose: 'SERVICE',
      policy: { mode: 'AT_ONCE', reviewSeconds: REVIEW_SECONDS, onTimeout },
      createdBy: 'test',
    });
    if ('refused' in book) throw new Error(book.refused);
    people[onTimeout] = await messagesOf(book.addressBookId, 80);
  }
});
afterAll(() => test.close());

async function messagesOf(addressBookId: string, count: number): Promise<string[]> {
  const { messages } = await released(test, org, { count, now, addressBookId });
  return messages.map(({ id }) => id);
}

const leave = (messageId: string, signal: 'CLEAR' | 'UNCLEAR', at = now) =>
  leaves(test.db.sql, messageId, { signal, now: at });

type Step = 'decision' | 'timeout' | 'stronger';
const ORDERS: Step[][] = [
  ['decision', 'timeout', 'stronger'],
  ['decision', 'stronger', 'timeout'],
  ['timeout', 'decision', 'stronger'],
  ['timeout', 'stronger', 'decision'],
  ['stronger', 'decision', 'timeout'],
  ['stronger', 'timeout', 'decision'],
];
const CASES = ORDERS.flatMap((order) =>
  (['CONFIRM', 'DECLINE'] as const).flatMap((decision) =>
    (['REVERT', 'OPT_OUT'] as const).map((onTimeout) => ({ order, decision, onTimeout })),
  ),
);

/** All at the instant of the deadline, when each of them may. */
function stepsFor(requestId: string, messageId: string, decision: Decision) {
  const at = after(REVIEW_SECONDS);
  return {
    decision: () =>
      test.db.transaction((sql) =>
        decideRequests(sql, {
          organisationId: org.organisationId,
          requestIds: [requestId],
          decision,
          reason: 'r',
          actor: { kind: 'KEY', name: 'Eva' },
          now: at,
        }),
      ),
    timeout: () => endReview(test.db, requestId, at),
    stronger: () => leave(messageId, 'CLEAR', at),
  };
}

/** What must be the same everywhere, whoever came first. Gives how the request ended. */
async function oneOutcome(requestId: string, messageId: string): Promise<RequestState> {
  const [request] = await test.db.sql.rows<{ state: RequestState; decidedBy: string }>(
    'SELECT state, decided_by_kind AS "decidedBy" FROM opt_out_request WHERE id = $1',
    [requestId],
  );
  const [requested, ...closings] = await ledgerOfRequest(test.db.sql, requestId);
  expect(requested!.type).toBe('REQUESTED');
  expect(closings).toHaveLength(1);
  expect(closings[0]).toMatchObject({
    oldState: 'PENDING',
    newState: request!.state,
    actorKind: request!.decidedBy,
  });
  // The clear wish was among the three: whatever became of the unclear one, the address is out, by one request in force.
  const inForce = await test.db.sql.rows<{ id: string; state: string; suppressedBy: string }>(
    `SELECT q.id, s.state, s.request_id AS "suppressedBy" FROM message m
     JOIN opt_out_request q ON q.recipient_id = m.recipient_id AND q.state IN ('PENDING', 'CONFIRMED')
     JOIN suppression s ON s.address_key = q.address_key AND s.scope_id = q.scope_id
     WHERE m.id = $1 AND q.message_id = m.id`,
    [messageId],
  );
  expect(inForce).toHaveLength(1);
  expect(inForce[0]!.state).toBe('OPTED_OUT');
  expect(inForce[0]!.suppressedBy).toBe(inForce[0]!.id);
  return request!.state;
}

describe('decision, timeout and a stronger signal', () => {
  it.each(CASES)(
    '$order ($decision, else $onTimeout): the first decides, the others change nothing (W-8, W-10)',
    async ({ order, decision, onTimeout }) => {
      const messageId = people[onTimeout].pop()!;
      const { requestId } = await leave(messageId, 'UNCLEAR');
      const steps = stepsFor(requestId, messageId, decision);
      for (const step of order) await steps[step]();
      const expected = {
        decision: decision === 'CONFIRM' ? 'CONFIRMED' : 'DECLINED',
        timeout: onTimeout === 'REVERT' ? 'REVERTED' : 'CONFIRMED',
        stronger: 'CONFIRMED',
      }[order[0]!];
      expect(await oneOutcome(requestId, messageId)).toBe(expected);
    },
  );

  it('at the same instant, each begun first in turn: one outcome everywhere (W-8)', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(
        CASES.map(async ({ order, decision, onTimeout }) => {
          const messageId = people[onTimeout].pop()!;
          const { requestId } = await leave(messageId, 'UNCLEAR');
          const steps = stepsFor(requestId, messageId, decision);
          await Promise.all(order.map((step) => steps[step]()));
          outcomes.add(await oneOutcome(requestId, messageId));
        }),
      );
    }
    expect(outcomes.has('CONFIRMED')).toBe(true);
  });
});

describe('the ceiling of marketing (W-3)', () => {
  it('holds where a policy in the database says seven days: open a second before 48 h, opted out at 48 h', async () => {
    await test.db.sql.rows(
      `INSERT INTO opt_out_policy (address_book_id, purpose, version, mode, review_seconds, on_timeout, created_by)
       SELECT $1, 'MARKETING', 1 + coalesce(max(version), 0), 'AT_ONCE', 604800, 'OPT_OUT', 'test' FROM opt_out_policy WHERE address_book_id = $1`,
      [org.newsletterId],
    );
    const messages = await messagesOf(org.newsletterId, 2);
    for (const late of [0, 1]) {
      const { requestId, deadline } = await leave(messages.pop()!, 'UNCLEAR');
      const ceiling = after(MARKETING_REVIEW_CAP_SECONDS);
      expect(deadline).toEqual(ceiling);
      expect(await endReview(test.db, requestId, after(MARKETING_REVIEW_CAP_SECONDS - 1))).toEqual({
        waitUntil: ceiling,
      });
      const end = after(MARKETING_REVIEW_CAP_SECONDS + late);
      expect(await endReview(test.db, requestId, end)).toEqual({ state: 'CONFIRMED' });
    }
  });
});
