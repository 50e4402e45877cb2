import { optOutWorkflowId } from '@adieu/domain';
import {
  decideRequests,
  extendRequest,
  ledgerOfRequest,
  recordOptOut,
  type RecordedOptOut,
} from '@adieu/db';
import { messageOfReply } from '@adieu/keys';
import {
  releaseDraft,
  seedContacts,
  type SmtpSink,
  startSmtpSink,
  leaves,
  released,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideOne, delivered, extend, settled } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

let sink: SmtpSink;
let run: RunningWorker;
let messages: { id: string; address: string }[];

beforeAll(async () => {
  sink = await startSmtpSink();
  run = await runWorker({ smtpUrl: sink.url, staffReviewSeconds: 3 });
  ({ messages } = await released(run.test, run.org, {
    count: 7,
    addressBookId: run.org.staffId,
    now: new Date(),
  }));
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

const leave = (n: number, scope: 'LINK' | 'ACCOUNT' = 'LINK'): Promise<RecordedOptOut> => {
  const messageId = messages[n]!.id;
  const account = { kind: 'ACCOUNT', id: run.org.accountId } as const;
  return leaves(run.test.db.sql, messageId, {
    target: { messageId, scope: scope === 'LINK' ? 'LINK' : account },
    now: new Date(),
  });
};

const ended = (requestId: string): Promise<void> => settled(run, requestId);

const events = async (requestId: string): Promise<string[]> =>
  (await ledgerOfRequest(run.test.db.sql, requestId)).map(({ type }) => type);
const answersTo = async (n: number): Promise<string> => {
  const notice = sink.mails.find(
    ({ to, raw }) => to === messages[n]!.address && raw.includes('Auto-Submitted'),
  );
  return (await notice!.parsed()).replyTo!.text;
};
const noticesTo = (n: number): number =>
  sink.mails.filter(({ to, raw }) => to === messages[n]!.address && raw.includes('Auto-Submitted'))
    .length;

describe('the workflow of a request', () => {
  it('that is confirmed at birth runs to its end and mails nobody (C9)', async () => {
    const { requestId } = await leave(0, 'ACCOUNT');
    await ended(requestId);
    expect(await events(requestId)).toEqual(['REQUESTED']);
    expect(noticesTo(0)).toBe(0);
  });

  it('that nobody decides reverts at its deadline and tells the recipient once, who may answer STOPP to it (B5, W-7, B4)', async () => {
    const { requestId, deadline } = await leave(1);
    await ended(requestId);
    expect(Date.now()).toBeGreaterThanOrEqual(Number(deadline));
    expect(await events(requestId)).toEqual(['REQUESTED', 'REVERTED']);
    expect(noticesTo(1)).toBe(1);
    const answered = await answersTo(1);
    expect(messageOfReply(run.org.ring, answered.split('@')[0]!)).toBe(messages[1]!.id);
  });

  it('that an admin declines tells the recipient why, before its deadline (B1)', async () => {
    const { requestId } = await leave(2);
    await extend(run, requestId, new Date(Date.now() + 3_600_000));
    await run.test.db.transaction((sql) =>
      decideRequests(sql, {
        organisationId: run.org.organisationId,
        requestIds: [requestId],
        decision: 'DECLINE',
        reason: 'You are on call.',
        actor: { kind: 'KEY', name: 'Eva' },
        now: new Date(),
      }),
    );
    await ended(requestId);
    const mail = await sink.waitForMail(
      ({ to, raw }) => to === messages[2]!.address && raw.includes('Auto-Submitted'),
    );
    expect((await mail.parsed()).text).toContain('You are on call.');
    expect(await events(requestId)).toEqual(['REQUESTED', 'DEADLINE_MOVED', 'DECLINED']);
  });

  it('whose deadline is moved ends at the new one (design §3)', async () => {
    const { requestId, deadline } = await leave(3);
    const later = new Date(Number(deadline) + 2_000);
    await run.test.db.transaction((sql) =>
      extendRequest(sql, {
        organisationId: run.org.organisationId,
        requestId,
        deadline: later,
        reason: null,
        actor: { kind: 'KEY', name: 'Eva' },
        now: new Date(),
      }),
    );
    await ended(requestId);
    expect(Date.now()).toBeGreaterThanOrEqual(Number(later));
    expect(await events(requestId)).toEqual(['REQUESTED', 'DEADLINE_MOVED', 'REVERTED']);
  });

  it('that was closed begins no other wait, where its moved deadline is told after its closing', async () => {
    const { requestId, deadline } = await leave(6);
    const later = new Date(Number(deadline) + 3_600_000);
    await extend(run, requestId, later, true);
    await decideOne(run, requestId, 'DECLINE');
    await ended(requestId);
    // What the relay delivers beside each other has no order: the move comes last.
    const moved = { kind: 'opt-out.deadline-moved', requestId, deadline: later.toISOString() };
    await run.test.db.sql.rows('INSERT INTO outbox (message) VALUES ($1)', [JSON.stringify(moved)]);
    await delivered(run);
    const workflow = run.client.workflow.getHandle(optOutWorkflowId(requestId));
    await expect.poll(async () => (await workflow.describe()).status.name).toBe('COMPLETED');
    expect(await events(requestId)).toEqual(['REQUESTED', 'DEADLINE_MOVED', 'DECLINED']);
    expect(noticesTo(6)).toBe(1);
  });

  it('survives a stop of its worker in the middle: same deadline, same end, one notice (W-8)', async () => {
    const { requestId, deadline } = await leave(4);
    await run.stop();
    await run.start();
    await ended(requestId);
    expect(Date.now()).toBeGreaterThanOrEqual(Number(deadline));
    expect(await events(requestId)).toEqual(['REQUESTED', 'REVERTED']);
    expect(noticesTo(4)).toBe(1);
  });

  it('carries no address in its history (G-10)', async () => {
    const { requestId } = await leave(5);
    await ended(requestId);
    const history = await run.client.workflow.getHandle(optOutWorkflowId(requestId)).fetchHistory();
    expect(Buffer.from(JSON.stringify(history)).includes('example.test')).toBe(false);
    expect(
      JSON.stringify(history, (_key, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString() : value,
      ),
    ).not.toContain('example.test');
  });
});

describe('the reconciler', () => {
  it('starts again what Temporal lost, with the deadline of the record (design §3)', async () => {
    const { db } = run.test;
    await run.stop();
    const campaignId = await seedContacts(db, run.org, {
      count: 8,
      addressBookId: run.org.staffId,
    });
    await db.transaction((sql) =>
      releaseDraft(sql, { organisationId: run.org.organisationId, campaignId, now: new Date() }),
    );
    await db.sql.rows("DELETE FROM outbox WHERE message->>'kind' = 'campaign.released'");
    await db.sql.rows(
      "UPDATE campaign SET state = 'CANCELLED', finished_at = now() WHERE id = $1",
      [campaignId],
    );
    const [message] = await db.sql.rows<{ id: string }>(
      "SELECT m.id FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE campaign_id = $1 AND r.address LIKE 'person-8@%'",
      [campaignId],
    );
    const recorded = await recordOptOut(db.sql, {
      target: { messageId: message!.id, scope: 'LINK' },
      signal: 'CLEAR',
      method: 'LINK',
      actor: { kind: 'RECIPIENT', name: null },
      evidence: {},
      now: new Date(Date.now() - 120_000),
    });
    if ('refused' in recorded) throw new Error(recorded.refused);
    // What a lost Temporal looks like: the outbox was delivered, and there is no workflow.
    await db.sql.rows('DELETE FROM outbox');
    await run.start();
    const mended = await run.client.workflow.execute('reconcile', {
      taskQueue: 'adieu',
      workflowId: 'reconcile-now',
    });
    expect(mended).toBe(1);
    await ended(recorded.requestId);
    expect(await events(recorded.requestId)).toEqual(['REQUESTED', 'REVERTED']);
  });
});
