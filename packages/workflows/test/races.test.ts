import { createAddressBook } from '@adieu/db';
import { type Decision, optOutWorkflowId, type RequestState } from '@adieu/domain';
import { type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideOne, delivered, eventsOf, leave, recipientsOf, settled } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

const REVIEW_SECONDS = 4;
let sink: SmtpSink;
let run: RunningWorker;
let people: { messageId: string; address: string }[];

beforeAll(async () => {
  sink = await startSmtpSink();
  run = await runWorker({ smtpUrl: sink.url });
  // Clear wishes act at once and unclear ones revert: so a clear one is stronger, and each of the three ends differ.
  const book = await createAddressBook(run.test.db.sql, {
    accountId: run.org.accountId,
    name: 'Shifts',
    purpose: 'SERVICE',
    policy: { mode: 'AT_ONCE', reviewSeconds: REVIEW_SECONDS, onTimeout: 'REVERT' },
    createdBy: 'test',
  });
  if ('refused' in book) throw new Error(book.refused);
  people = await recipientsOf(run, book.addressBookId, 60);
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

const EVENT = {
  CONFIRMED: ['CONFIRMED', 'OVERRIDDEN'],
  DECLINED: ['DECLINED'],
  REVERTED: ['REVERTED'],
} as const;

/** One end, told the same by request, suppression, ledger, workflow and the recipient's mailbox. */
async function oneOutcome(
  requestId: string,
  { messageId, address }: { messageId: string; address: string },
): Promise<keyof typeof EVENT> {
  await settled(run, requestId);
  // A signal that comes after the end begins a run of its own, which finds nothing left to do and ends, too.
  await delivered(run);
  await settled(run, requestId);
  const [row] = await run.test.db.sql.rows<{ state: keyof typeof EVENT; inForce: string[] }>(
    `SELECT q.state, ARRAY(SELECT s.state FROM suppression s WHERE s.address_key = q.address_key AND s.scope_id = q.scope_id) AS "inForce"
     FROM opt_out_request q WHERE q.id = $1`,
    [requestId],
  );
  const { state, inForce } = row!;
  const [opened, ...closed] = await eventsOf(run, requestId);
  expect([opened, closed.length]).toEqual(['REQUESTED', 1]);
  expect(EVENT[state]).toContain(closed[0]);
  const others = await run.test.db.sql.rows<{ id: string; state: RequestState }>(
    'SELECT id, state FROM opt_out_request WHERE message_id = $1 AND id <> $2',
    [messageId, requestId],
  );
  // A stronger wish that came after the end is a request of its own, in force.
  expect(others.map((other) => other.state)).toEqual(others.map(() => 'CONFIRMED'));
  for (const { id } of others) await settled(run, id);
  expect(inForce).toEqual(state === 'CONFIRMED' || others.length > 0 ? ['OPTED_OUT'] : []);
  const handle = run.client.workflow.getHandle(optOutWorkflowId(requestId));
  expect((await handle.describe()).status.name).toBe('COMPLETED');
  const { events = [] } = await handle.fetchHistory();
  const asked = (events ?? []).flatMap(
    (event) => event.activityTaskScheduledEventAttributes?.activityType?.name ?? [],
  );
  expect(asked).toEqual(['sendSmsReceipt', 'sendDecisionNotice']);
  expect(events!.length).toBeLessThanOrEqual(32);
  const notices = sink.mails.filter(({ to }) => to === address);
  expect(notices).toHaveLength(state === 'CONFIRMED' ? 0 : 1);
  return state;
}

const until = async (instant: number): Promise<void> => {
  while (Date.now() < instant) await new Promise((done) => setTimeout(done, 5));
};

type Step = 'decision' | 'timeout' | 'stronger';
const ORDERS: Step[][] = [
  ['decision', 'timeout', 'stronger'],
  ['decision', 'stronger', 'timeout'],
  ['timeout', 'decision', 'stronger'],
  ['timeout', 'stronger', 'decision'],
  ['stronger', 'decision', 'timeout'],
  ['stronger', 'timeout', 'decision'],
  ['decision', 'timeout'],
  ['timeout', 'decision'],
];
const CASES = ORDERS.flatMap((order) =>
  (['CONFIRM', 'DECLINE'] as const).map((decision) => ({ order, decision })),
);

async function open(decision: Decision) {
  const person = people.pop()!;
  const { requestId, deadline } = await leave(run, person.messageId, 'UNCLEAR');
  return {
    person,
    requestId,
    deadline: Number(deadline),
    steps: {
      decision: () => decideOne(run, requestId, decision),
      // The workflow's own timer does it; in an order it has its turn once it was over.
      timeout: () => settled(run, requestId),
      stronger: () => leave(run, person.messageId, 'CLEAR'),
    },
  };
}

describe('decision, timeout and a stronger signal, with the workflow', () => {
  // All orders wait at the same time: a review takes its seconds.
  it.concurrent.each(CASES)(
    '$order ($decision): the first decides, and everything tells the same end (W-7, W-8, W-10)',
    async ({ order, decision }) => {
      const { person, requestId, deadline, steps } = await open(decision);
      for (const step of order) await steps[step]();
      const expected = {
        decision: decision === 'CONFIRM' ? 'CONFIRMED' : 'DECLINED',
        timeout: 'REVERTED',
        stronger: 'CONFIRMED',
      }[order[0]!];
      await until(deadline + 200);
      expect(await oneOutcome(requestId, person)).toBe(expected);
    },
  );

  it.concurrent('at the instant of the deadline: one end, whichever it is (W-8)', async () => {
    const races = await Promise.all(
      Array.from({ length: 24 }, (_, i) => open(i % 2 === 0 ? 'CONFIRM' : 'DECLINE')),
    );
    await delivered(run);
    const ends = await Promise.all(
      races.map(async ({ person, requestId, deadline, steps }, i) => {
        // From 20 ms before to 20 ms after, so that each of the three is the first now and then.
        await until(deadline + (i - 12) * 2);
        await Promise.all(i % 3 === 0 ? [steps.stronger(), steps.decision()] : [steps.decision()]);
        return oneOutcome(requestId, person);
      }),
    );
    expect(ends).toHaveLength(24);
  });
});
