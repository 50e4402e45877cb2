import { askForData, postAgain } from '@adieu/db';
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
import { countRunning } from '../src/reconciler/running.ts';
import {
  askToReturn,
  decideOne,
  eventsOf,
  leave,
  recipientsOf,
  settled,
  untilRow,
  delivered,
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
function reconcileBeside({ list, asked = [] }: { list?: 'all' | 'none'; asked?: string[] }) {
  const { workflow } = run.client;
  const named = (query: string): number => query.split(' IN (')[1]!.split(',').length;
  const beside = new Proxy(workflow, {
    get(target, name: keyof typeof workflow) {
      if (name === 'count' && list !== undefined)
        return async (query: string) => ({ count: list === 'all' ? named(query) : 0 });
      if (name !== 'getHandle') return Reflect.get(target, name) as unknown;
      return (workflowId: string) => {
        asked.push(workflowId);
        return target.getHandle(workflowId);
      };
    },
  });
  const client = { workflow: beside } as Client;
  const now = new Date(Date.now() + 120_000);
  return reconcileRecord({ db: run.test.db, client, now });
}

/** Somebody leaves, and their request sleeps for an hour: its workflow has begun. */
async function sleeper(): Promise<string> {
  const { requestId } = await leave(run, staff.pop()!.messageId);
  await delivered(run);
  await run.test.db.sql.rows(
    "UPDATE opt_out_request SET deadline = now() + interval '1 hour' WHERE id = $1",
    [requestId],
  );
  return requestId;
}

/** Temporal's list lags behind by a moment. */
async function untilListed(requestIds: readonly string[], running: number): Promise<void> {
  const workflowIds = requestIds.map((id) => optOutWorkflowId(id)).sort();
  await expect.poll(() => countRunning(run.client, workflowIds), { timeout: 10_000 }).toBe(running);
}

async function over(requestIds: readonly string[]): Promise<void> {
  await delivered(run);
  for (const id of requestIds)
    await run.client.workflow.getHandle(optOutWorkflowId(id)).terminate();
  await run.test.db.sql.rows(
    'UPDATE opt_out_request SET settled_at = now() WHERE id = ANY ($1::uuid[])',
    [requestIds],
  );
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
    await delivered(run);
    const listed = optOutWorkflowId(requestId);
    await run.client.workflow.getHandle(listed).terminate();
    await run.test.db.sql.rows(
      "UPDATE opt_out_request SET deadline = now() - interval '1 hour' WHERE id = $1",
      [requestId],
    );
    expect(await reconcileBeside({ list: 'all' })).toMatchObject({ requests: 1 });
    await settled(run, requestId);
    expect(await eventsOf(run, requestId)).toEqual(['REQUESTED', 'REVERTED']);
  });

  it('not what runs, though the list does not name it yet', async () => {
    const { requestId } = await leave(run, staff.pop()!.messageId);
    await delivered(run);
    const asked: string[] = [];
    expect(await reconcileBeside({ list: 'none', asked })).toMatchObject({ requests: 0 });
    expect(asked).toContain(optOutWorkflowId(requestId));
    await settled(run, requestId);
  });

  it('without asking about what the list counts and whose time has not come', async () => {
    const requestId = await sleeper();
    await untilListed([requestId], 1);
    const asked: string[] = [];
    expect(await reconcileBeside({ asked })).toMatchObject({ requests: 0 });
    expect(asked).not.toContain(optOutWorkflowId(requestId));
    await over([requestId]);
  });

  it('each minute what one of many has lost, though as many workflows run as requests wait', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 4; i += 1) ids.push(await sleeper());
    const lostId = ids[1]!;
    await run.client.workflow.getHandle(optOutWorkflowId(lostId)).terminate();
    // In the midst of their ids, of a request that there is not.
    const stray = `${ids[2]!.slice(0, -1)}${ids[2]!.endsWith('0') ? '1' : '0'}`;
    await run.client.workflow.start(WORKFLOWS.optOutRequest, {
      taskQueue: TASK_QUEUE,
      workflowId: optOutWorkflowId(stray),
      args: [{ requestId: stray, deadline: new Date(Date.now() + 3_600_000).toISOString() }],
    });
    await untilListed(ids, 3);
    await untilListed([stray], 1);
    expect(await reconcile()).toBe(1);
    await delivered(run);
    const again = await run.client.workflow.getHandle(optOutWorkflowId(lostId)).describe();
    expect(again.status.name).toBe('RUNNING');
    await run.client.workflow.getHandle(optOutWorkflowId(stray)).terminate();
    await over(ids);
  });

  it('not a double opt-in that came to its end while it was looked for', async () => {
    const id = await lost(() => askToReturn(run, staff.pop()!.messageId, run.org.staffId));
    const { sql } = run.test.db;
    const [asked] = await sql.rows<{ expiresAt: Date }>(
      'SELECT expires_at AS "expiresAt" FROM double_opt_in WHERE id = $1',
      [id],
    );
    await sql.rows('DELETE FROM double_opt_in');
    const expiresAt = asked!.expiresAt.toISOString();
    expect(await postAgain(sql, [{ kind: 'double-opt-in.started', id, expiresAt }])).toBe(0);
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
    await delivered(run);
    expect(await reconcile()).toBe(0);
    expect(logged).toEqual([]);
    await settled(run, requestId);
  });
});
