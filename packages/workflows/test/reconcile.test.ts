import { releaseCampaign } from '@adieu/db';
import { campaignWorkflowId, doubleOptInWorkflowId, TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import { seedContacts, type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  askToReturn,
  decideOne,
  eventsOf,
  leave,
  recipientsOf,
  settled,
  untilRow,
} from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

let sink: SmtpSink;
let run: RunningWorker;
let staff: { messageId: string; address: string }[];
let logged: Record<string, unknown>[] = [];

beforeAll(async () => {
  sink = await startSmtpSink();
  run = await runWorker({
    smtpUrl: sink.url,
    staffReviewSeconds: 3,
    // Two minutes on: what a test has just made is no longer the relay's.
    clock: () => new Date(Date.now() + 120_000),
    deps: (deps) => ({
      ...deps,
      log: pino({ level: 'warn' }, { write: (line) => void logged.push(JSON.parse(line)) }),
    }),
  });
  staff = await recipientsOf(run, run.org.staffId, 20);
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});
beforeEach(() => {
  logged = [];
});

/** The record as it stands where Temporal has lost what `work` had started: delivered, and no workflow. */
async function lost<T>(work: () => Promise<T>): Promise<T> {
  await run.stop();
  const result = await work();
  await run.test.db.sql.rows('DELETE FROM outbox');
  await run.start();
  return result;
}

function reconcile(): Promise<number> {
  const workflowId = `reconcile-${crypto.randomUUID()}`;
  return run.client.workflow.execute(WORKFLOWS.reconcile, {
    taskQueue: TASK_QUEUE,
    workflowId,
    args: [],
  }) as Promise<number>;
}

const mailsTo = (address: string) => sink.mails.filter(({ to }) => to === address);

describe('the reconciler mends (design §3), and says how much', () => {
  it('the wait of an open request', async () => {
    const { requestId } = await lost(() => leave(run, staff.pop()!.messageId));
    expect(await reconcile()).toBe(1);
    expect(logged).toMatchObject([{ mended: 1, requests: 1, doubleOptIns: 0, campaigns: 0 }]);
    await settled(run, requestId);
    expect(await eventsOf(run, requestId)).toEqual(['REQUESTED', 'REVERTED']);
  });

  it('the notice of a request that was decided', async () => {
    const { messageId, address } = staff.pop()!;
    const { requestId } = await lost(async () => {
      const recorded = await leave(run, messageId);
      await decideOne(run, recorded.requestId, 'DECLINE');
      return recorded;
    });
    expect(await reconcile()).toBe(1);
    await settled(run, requestId);
    expect(await eventsOf(run, requestId)).toEqual(['REQUESTED', 'DECLINED']);
    expect(mailsTo(address)).toHaveLength(1);
  });

  it('the mail of a double opt-in that never left', async () => {
    const { messageId, address } = staff.pop()!;
    const id = await lost(() => askToReturn(run, messageId, run.org.staffId));
    expect(await reconcile()).toBe(1);
    expect(logged).toMatchObject([{ mended: 1, doubleOptIns: 1 }]);
    await untilRow(run, 'SELECT 1 FROM double_opt_in WHERE id = $1 AND sent_at IS NOT NULL', [id]);
    expect(mailsTo(address)).toHaveLength(1);
    expect(await reconcile()).toBe(0);
    await run.client.workflow.getHandle(doubleOptInWorkflowId(id)).terminate();
    await run.test.db.sql.rows('DELETE FROM double_opt_in');
  });

  it('the end of a double opt-in that has expired: it is deleted, and no dead link is mailed (D-5)', async () => {
    const { messageId, address } = staff.pop()!;
    const id = await lost(async () => {
      const asked = await askToReturn(run, messageId, run.org.staffId);
      await run.test.db.sql.rows('UPDATE double_opt_in SET expires_at = now() WHERE id = $1', [
        asked,
      ]);
      return asked;
    });
    expect(await reconcile()).toBe(1);
    await untilRow(run, 'SELECT 1 WHERE NOT EXISTS (SELECT FROM double_opt_in WHERE id = $1)', [
      id,
    ]);
    expect(mailsTo(address)).toEqual([]);
    expect(await reconcile()).toBe(0);
  });

  it('a campaign that is being sent', async () => {
    const { db } = run.test;
    const { organisationId } = run.org;
    const campaignId = await lost(async () => {
      const made = await seedContacts(db, run.org, { count: 2 });
      await db.transaction((sql) =>
        releaseCampaign(sql, { organisationId, campaignId: made, now: new Date() }),
      );
      return made;
    });
    expect(await reconcile()).toBe(1);
    expect(logged).toMatchObject([{ mended: 1, campaigns: 1 }]);
    await untilRow(run, "SELECT 1 FROM campaign WHERE id = $1 AND state = 'SENT'", [campaignId]);
    await run.client.workflow.getHandle(campaignWorkflowId(campaignId)).result();
  });

  it('nothing where nothing is missing, and then says nothing', async () => {
    const { requestId } = await leave(run, staff.pop()!.messageId);
    await untilRow(run, 'SELECT 1 WHERE NOT EXISTS (SELECT FROM outbox)', []);
    expect(await reconcile()).toBe(0);
    expect(logged).toEqual([]);
    await settled(run, requestId);
  });
});
