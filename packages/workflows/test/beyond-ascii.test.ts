import { addMember, campaignProgress, ensureRecipient, startDoubleOptIn } from '@adieu/db';
import {
  campaignWorkflowId,
  doubleOptInWorkflowId,
  optOutWorkflowId,
  TASK_QUEUE,
  WORKFLOWS,
} from '@adieu/domain';
import { addressKey } from '@adieu/keys';
import { released, type ReleasedMessage, type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideOne, ended, leave, recipientsOf, untilRow } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

const ADDRESS = 'jörg@example.test';
const REASON = /beyond ASCII.*SMTPUTF8/;
let sink: SmtpSink;
let run: RunningWorker;
const lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  sink = await startSmtpSink({ asciiOnly: true });
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
  run = await runWorker({ smtpUrl: sink.url, deps: (deps) => ({ ...deps, log }) });
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

/** Where the address came out: at the server, or in the log. */
const leaks = (): string[] =>
  [...sink.mails.map(({ to }) => to), ...lines.map((each) => JSON.stringify(each))].filter((text) =>
    text.includes('jörg'),
  );

/** A line of the log that says of what mail it is, and why it did not go. */
const line = (of: Record<string, unknown>): unknown =>
  expect.objectContaining({ ...of, outcome: expect.stringMatching(REASON) });

describe('an address with letters beyond ASCII, by a server without SMTPUTF8 (RFC 6531)', () => {
  it('fails in a campaign, with the reason, and the others go', async () => {
    const { db } = run.test;
    await run.stop();
    const { campaignId, messages } = await released(run.test, run.org, {
      count: 3,
      now: new Date(),
    });
    const [{ id, recipientId }] = messages as [ReleasedMessage];
    await db.sql.rows('UPDATE recipient SET address = $2 WHERE id = $1', [recipientId, ADDRESS]);
    await run.start();
    await untilRow(run, 'SELECT 1 FROM campaign WHERE id = $1 AND finished_at IS NOT NULL', [
      campaignId,
    ]);
    await run.client.workflow.getHandle(campaignWorkflowId(campaignId)).result();
    expect((await campaignProgress(db.sql, campaignId)).byState).toMatchObject({
      SENT: 2,
      FAILED: 1,
    });
    expect(await db.sql.rows('SELECT state, outcome FROM message WHERE id = $1', [id])).toEqual([
      { state: 'FAILED', outcome: expect.stringMatching(REASON) },
    ]);
    expect(leaks()).toEqual([]);
  });

  it('gets no mail of a double opt-in, which ends at its time', async () => {
    const { db } = run.test;
    const { organisationId, newsletterId, ring } = run.org;
    await db.sql.rows('UPDATE account SET double_opt_in_days = 1');
    const id = await db.transaction(async (sql) => {
      const started = await startDoubleOptIn(sql, {
        organisationId,
        recipientId: await ensureRecipient(sql, {
          organisationId,
          channel: 'EMAIL',
          addressKey: addressKey(ring, 'EMAIL', ADDRESS),
          address: ADDRESS,
        }),
        scope: { kind: 'BOOK', id: newsletterId },
        accountId: null,
        language: 'en',
        declaration: (scope) => `I want ${scope}`,
        declarationVersion: '1',
        formUrl: null,
        origin: null,
        userAgent: null,
        now: new Date(Date.now() - 86_400_000 + 3_000),
      });
      if ('refused' in started) throw new Error(started.refused);
      return started.id;
    });
    await ended(run, doubleOptInWorkflowId(id));
    expect(lines).toContainEqual(line({ doubleOptInId: id }));
    expect(leaks()).toEqual([]);
  });

  it('gets no notice of a decision, and its workflow ends all the same', async () => {
    const [mail] = await recipientsOf(run, run.org.staffId, 1);
    const { requestId } = await leave(run, mail!.messageId);
    await run.test.db.sql.rows(
      `UPDATE recipient SET address = $2 WHERE id = (SELECT recipient_id FROM message WHERE id = $1)`,
      [mail!.messageId, 'jörg-2@example.test'],
    );
    await decideOne(run, requestId, 'DECLINE');
    await ended(run, optOutWorkflowId(requestId));
    expect(lines).toContainEqual(line({ requestId }));
    expect(leaks()).toEqual([]);
  });

  it('of an admin gets no digest', async () => {
    const [mail] = await recipientsOf(run, run.org.staffId, 1);
    await leave(run, mail!.messageId);
    const added = await addMember(run.test.db.sql, {
      organisationId: run.org.organisationId,
      name: 'Jörg',
      email: ADDRESS,
      language: 'de',
      digestSeconds: 86_400,
    });
    if ('refused' in added) throw new Error(added.refused);
    const workflowId = `digests-${crypto.randomUUID()}`;
    const options = { taskQueue: TASK_QUEUE, workflowId, args: [] };
    expect(await run.client.workflow.execute(WORKFLOWS.sendDigests, options)).toBe(0);
    expect(lines).toContainEqual(line({ verdict: 'failed' }));
    expect(leaks()).toEqual([]);
  });
});
