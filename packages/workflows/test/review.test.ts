import { addMember, askToSignIn, findReviewLink, planDecision, undoDecision } from '@adieu/db';
import { plannedDecisionWorkflowId, TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import { hashSecretToken } from '@adieu/keys';
import { type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drive } from './drive.ts';
import { eventsOf, leave, recipientsOf, settled, delivered } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

let sink: SmtpSink;
let run: RunningWorker;
let staff: { messageId: string; address: string }[];
let eva: string;
const EMAIL = 'eva@nordlys.example.test';
const T = Date.parse('2026-05-04T08:00:00.000Z');

beforeAll(async () => {
  sink = await startSmtpSink();
  run = await runWorker({ smtpUrl: sink.url, clock: () => new Date(Date.now() + clockAhead) });
  staff = await recipientsOf(run, run.org.staffId, 5);
  const added = await addMember(run.test.db.sql, {
    organisationId: run.org.organisationId,
    name: 'Eva',
    email: EMAIL,
    language: 'de',
    digestSeconds: 86_400,
  });
  if ('refused' in added) throw new Error(added.refused);
  eva = added.memberId;
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});
let clockAhead = 0;

/** A decline that was made so long ago that its time to undo is over. */
async function plan(requestId: string, secondsAgo: number): Promise<string> {
  const planned = await run.test.db.transaction((sql) =>
    planDecision(sql, {
      accountIds: null,
      organisationId: run.org.organisationId,
      memberId: eva,
      memberName: 'Eva',
      requestIds: [requestId],
      decision: 'DECLINE',
      reason: 'You are on call.',
      now: new Date(Date.now() - secondsAgo * 1_000),
    }),
  );
  return planned!.plannedId;
}

describe('signing in', () => {
  it('mails a way in, in the person’s language, that works', async () => {
    const { db } = run.test;
    await db.transaction((sql) => askToSignIn(sql, { email: EMAIL, now: new Date() }));
    const mail = await sink.waitForMail(({ to }) => to === EMAIL);
    const { subject, text, headers } = await mail.parsed();
    expect(subject).toBe('Einloggen: Nordlys');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    const token = /\/s\/([\w-]{43})\s/.exec(text ?? '')![1]!;
    const link = await findReviewLink(db.sql, 'SIGN_IN', hashSecretToken(token), new Date());
    expect(link).toMatchObject({ memberId: eva });
  });
});

describe('a decision of the review', () => {
  it('is waited for as long as it can be undone, then carried out (15 s, without a server)', async () => {
    const flow = await drive('plannedDecision', { id: 'p', dueAt: '2026-05-04T08:00:15.000Z' }, T);
    expect([flow.timer, flow.asked]).toEqual([15_000, null]);
    flow.now = T + 15_000;
    await flow.fire();
    expect(flow.asked).toEqual({ type: 'carryOutDecision', args: ['p'] });
    await flow.answer();
    expect(flow.isDone).toBe(true);
  });

  it('is carried out in the name of its person, and the recipient reads the reason', async () => {
    const { messageId, address } = staff.pop()!;
    const { requestId } = await leave(run, messageId);
    await plan(requestId, 20);
    await settled(run, requestId);
    expect(await eventsOf(run, requestId)).toEqual(['REQUESTED', 'DECLINED']);
    const told = await sink.waitForMail(({ to }) => to === address);
    expect((await told.parsed()).text).toContain('You are on call.');
  });

  it('that was undone leaves the request as it was', async () => {
    const { requestId } = await leave(run, staff.pop()!.messageId);
    const planned = await plan(requestId, 14);
    await undoDecision(run.test.db.sql, {
      memberId: eva,
      plannedId: planned,
      now: new Date(),
    });
    await delivered(run);
    await run.client.workflow.getHandle(plannedDecisionWorkflowId(planned)).result();
    expect(await eventsOf(run, requestId)).toEqual(['REQUESTED']);
  });

  it('whose workflow was lost is mended by the reconciler', async () => {
    const { requestId } = await leave(run, staff.pop()!.messageId);
    await run.stop();
    await plan(requestId, 20);
    await run.test.db.sql.rows("DELETE FROM outbox WHERE message->>'kind' = 'decision.planned'");
    await run.start();
    clockAhead = 120_000;
    const options = { taskQueue: TASK_QUEUE, workflowId: 'reconcile', args: [] };
    expect(await run.client.workflow.execute(WORKFLOWS.reconcile, options)).toBe(1);
    await settled(run, requestId);
    expect(await eventsOf(run, requestId)).toEqual(['REQUESTED', 'DECLINED']);
  });
});
