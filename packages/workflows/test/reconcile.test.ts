import { askForData } from '@adieu/db';
import {
  campaignWorkflowId,
  dataLinkWorkflowId,
  doubleOptInWorkflowId,
  optOutWorkflowId,
  TASK_QUEUE,
  WORKFLOWS,
} from '@adieu/domain';
import type { Client } from '@temporalio/client';
import { releaseDraft, seedContacts, type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reconcile as reconcileRecord } from '../src/reconciler/reconcile.ts';
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

/** The same in this process, beside what Temporal's list says where `list` is given; notes what is asked about by itself. */
function reconcileBeside({
  list,
  running,
  asked = [],
}: {
  list?: string[];
  running?: number;
  asked?: string[];
}) {
  const { workflow } = run.client;
  const listed = list?.map((workflowId) => ({ workflowId }));
  const beside = new Proxy(workflow, {
    get(target, name: keyof typeof workflow) {
      if (name === 'count' && running !== undefined) return async () => ({ count: running });
      if (name === 'list' && listed !== undefined) return () => listed;
      if (name !== 'getHandle') return Reflect.get(target, name) as unknown;
      return (workflowId: string) => {
        asked.push(workflowId);
        return target.getHandle(workflowId);
      };
    },
  });
  const client = { workflow: beside } as Client;
  const now = new Date(Date.now() + 120_000);
  return reconcileRecord({ db: run.test.db, client, now, byCount: running !== undefined });
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

  it('the mail of a link to somebody’s data, which they were told would come', async () => {
    const { messageId, address } = staff.pop()!;
    const { sql } = run.test.db;
    const id = await lost(async () => {
      const [of] = await sql.rows<{ id: string }>(
        'SELECT recipient_id AS id FROM message WHERE id = $1',
        [messageId],
      );
      const asked = { recipientId: of!.id, accountId: run.org.accountId, language: 'en' };
      await run.test.db.transaction((tx) => askForData(tx, { ...asked, now: new Date() }));
      const [link] = await sql.rows<{ id: string }>('SELECT id FROM data_link');
      return link!.id;
    });
    expect(await reconcile()).toBe(1);
    expect(logged).toMatchObject([{ mended: 1, dataLinks: 1 }]);
    await untilRow(run, 'SELECT 1 FROM data_link WHERE id = $1 AND sent_at IS NOT NULL', [id]);
    expect(mailsTo(address)).toHaveLength(1);
    expect(await reconcile()).toBe(0);
    await run.client.workflow.getHandle(dataLinkWorkflowId(id)).terminate();
    await sql.rows('DELETE FROM data_link');
  });

  it('a campaign that is being sent', async () => {
    const { db } = run.test;
    const { organisationId } = run.org;
    const campaignId = await lost(async () => {
      const made = await seedContacts(db, run.org, { count: 2 });
      await db.transaction((sql) =>
        releaseDraft(sql, { organisationId, campaignId: made, now: new Date() }),
      );
      return made;
    });
    expect(await reconcile()).toBe(1);
    expect(logged).toMatchObject([{ mended: 1, campaigns: 1 }]);
    await untilRow(run, "SELECT 1 FROM campaign WHERE id = $1 AND state = 'SENT'", [campaignId]);
    await run.client.workflow.getHandle(campaignWorkflowId(campaignId)).result();
  });

  it('what is overdue, though Temporal’s list still names it', async () => {
    const { requestId } = await leave(run, staff.pop()!.messageId);
    await untilRow(run, 'SELECT 1 WHERE NOT EXISTS (SELECT FROM outbox)', []);
    const listed = optOutWorkflowId(requestId);
    await run.client.workflow.getHandle(listed).terminate();
    await run.test.db.sql.rows(
      "UPDATE opt_out_request SET deadline = now() - interval '1 hour' WHERE id = $1",
      [requestId],
    );
    expect(await reconcileBeside({ list: [listed] })).toMatchObject({ requests: 1 });
    await settled(run, requestId);
    expect(await eventsOf(run, requestId)).toEqual(['REQUESTED', 'REVERTED']);
  });

  it('not what runs, though the list does not name it yet', async () => {
    const { requestId } = await leave(run, staff.pop()!.messageId);
    await untilRow(run, 'SELECT 1 WHERE NOT EXISTS (SELECT FROM outbox)', []);
    const asked: string[] = [];
    expect(await reconcileBeside({ list: [], asked })).toMatchObject({ requests: 0 });
    expect(asked).toContain(optOutWorkflowId(requestId));
    await settled(run, requestId);
  });

  it('without asking about what the list names and whose time has not come', async () => {
    const { requestId } = await leave(run, staff.pop()!.messageId);
    await untilRow(run, 'SELECT 1 WHERE NOT EXISTS (SELECT FROM outbox)', []);
    await run.test.db.sql.rows(
      "UPDATE opt_out_request SET deadline = now() + interval '1 hour' WHERE id = $1",
      [requestId],
    );
    const asked: string[] = [];
    const listed = optOutWorkflowId(requestId);
    expect(await reconcileBeside({ list: [listed], asked })).toMatchObject({ requests: 0 });
    expect(asked).not.toContain(listed);
    await run.client.workflow.getHandle(listed).terminate();
    await run.test.db.sql.rows('UPDATE opt_out_request SET settled_at = now() WHERE id = $1', [
      requestId,
    ]);
  });

  it('by their number in between: the list is read where fewer run than wait, and not else', async () => {
    const { requestId } = await leave(run, staff.pop()!.messageId);
    await untilRow(run, 'SELECT 1 WHERE NOT EXISTS (SELECT FROM outbox)', []);
    await run.test.db.sql.rows(
      "UPDATE opt_out_request SET deadline = now() + interval '1 hour' WHERE id = $1",
      [requestId],
    );
    const workflow = run.client.workflow.getHandle(optOutWorkflowId(requestId));
    await workflow.terminate();
    expect(await reconcileBeside({ running: 1 })).toMatchObject({ requests: 0 });
    expect(await reconcileBeside({ running: 0, list: [] })).toMatchObject({ requests: 1 });
    await untilRow(run, 'SELECT 1 WHERE NOT EXISTS (SELECT FROM outbox)', []);
    await workflow.terminate();
    await run.test.db.sql.rows('UPDATE opt_out_request SET settled_at = now() WHERE id = $1', [
      requestId,
    ]);
  });

  it('not what still waits in the outbox: the relay is late, and nothing is missing', async () => {
    await run.stop();
    const { requestId } = await leave(run, staff.pop()!.messageId);
    expect(await reconcileBeside({})).toMatchObject({ requests: 0 });
    const waiting = "SELECT 1 FROM outbox WHERE message ->> 'requestId' = $1";
    expect(await run.test.db.sql.rows(waiting, [requestId])).toHaveLength(1);
    await run.start();
    await settled(run, requestId);
  });

  it('nothing where nothing is missing, and then says nothing', async () => {
    const { requestId } = await leave(run, staff.pop()!.messageId);
    await untilRow(run, 'SELECT 1 WHERE NOT EXISTS (SELECT FROM outbox)', []);
    expect(await reconcile()).toBe(0);
    expect(logged).toEqual([]);
    await settled(run, requestId);
  });
});
