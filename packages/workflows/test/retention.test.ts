import { randomUUID } from 'node:crypto';
import { deleteTenant, findDeletion, recordOptOut } from '@adieu/db';
import { PURGE_SCHEDULE_ID, TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import { releaseDraft, seed, seedContacts, startSmtpSink } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureSchedules } from '../src/ensure-schedules.ts';
import { type RunningWorker, runWorker } from './worker.ts';

const YEAR = 366 * 86_400_000;
let sink: Awaited<ReturnType<typeof startSmtpSink>>;
let running: RunningWorker;

beforeAll(async () => {
  sink = await startSmtpSink();
  running = await runWorker({ smtpUrl: sink.url });
});
afterAll(async () => {
  await running?.close();
  await sink?.close();
});

describe('retention', () => {
  it('is applied by the workflow: evidence of four years ago goes, that of today stays', async () => {
    const { test, org, client } = running;
    const campaignId = await seedContacts(test.db, org, { count: 5 });
    const { organisationId } = org;
    const today = new Date();
    await test.db.transaction((sql) =>
      releaseDraft(sql, { organisationId, campaignId, now: today }),
    );
    const messages = await test.db.sql.rows<{ id: string }>(
      'SELECT id FROM message WHERE campaign_id = $1',
      [campaignId],
    );
    for (const [i, { id }] of messages.entries())
      await recordOptOut(test.db.sql, {
        target: { messageId: id, scope: 'LINK' },
        signal: 'CLEAR',
        method: 'ONE_CLICK',
        actor: { kind: 'RECIPIENT', name: null },
        evidence: { origin: '192.0.2.7' },
        now: i < 3 ? new Date(today.getTime() - 4 * YEAR) : today,
      });
    const gone = await client.workflow.execute(WORKFLOWS.purge, {
      taskQueue: TASK_QUEUE,
      workflowId: randomUUID(),
      args: [],
    });
    expect(gone).toBe(3);
    const left = await test.db.sql.rows('SELECT origin FROM opt_out_evidence');
    expect(left).toEqual([{ origin: '192.0.2.7' }, { origin: '192.0.2.7' }]);
    expect(await test.db.sql.rows('SELECT 1 FROM opt_out_request')).toHaveLength(5);
  });

  it.each(['account', 'organisation'] as const)(
    'an %s that was deleted is taken away by the workflow, to its end; opt-outs stay (Q-8)',
    async (kind) => {
      const { test, client } = running;
      const org = await seed(test.db, { name: `Deleted ${kind}` });
      await seedContacts(test.db, org, { count: 450 });
      const { organisationId } = org;
      const [someone] = await test.db.sql.rows<{ id: string }>(
        'SELECT id FROM recipient WHERE organisation_id = $1 LIMIT 1',
        [organisationId],
      );
      await recordOptOut(test.db.sql, {
        target: {
          organisationId,
          recipientId: someone!.id,
          scope: { kind: 'BOOK', id: org.newsletterId },
        },
        signal: 'CLEAR',
        method: 'MANUAL',
        actor: { kind: 'SYSTEM', name: 'test' },
        evidence: {},
        now: new Date(),
      });
      const accountId = kind === 'account' ? org.accountId : null;
      const [{ name }] = (await test.db.sql.rows<{ name: string }>(
        `SELECT name FROM ${kind} WHERE id = $1`,
        [accountId ?? organisationId],
      )) as [{ name: string }];
      const by = { kind: 'SYSTEM', name: 'test' } as const;
      const asked = await test.db.transaction((tx) =>
        deleteTenant(tx, { organisationId, accountId, name, by, now: new Date() }),
      );
      const { deletionId } = asked as { deletionId: string };
      const open = await findDeletion(test.db.sql, organisationId, deletionId);
      expect(open).toMatchObject({ gone: 0, finishedAt: null });
      await client.workflow.execute(WORKFLOWS.purge, {
        taskQueue: TASK_QUEUE,
        workflowId: randomUUID(),
        args: [],
      });
      const done = await findDeletion(test.db.sql, organisationId, deletionId);
      expect(done).toMatchObject({ finishedAt: expect.any(Date) });
      expect(done!.gone).toBeGreaterThanOrEqual(450);
      const left = await test.db.sql.rows(
        `SELECT 1 FROM recipient WHERE organisation_id = $1 AND address IS NOT NULL`,
        [organisationId],
      );
      expect(left).toEqual([]);
      const stay = await test.db.sql.rows(
        `SELECT 1 FROM suppression s JOIN recipient r ON r.address_key = s.address_key WHERE r.id = $1 AND s.scope_id = $2`,
        [someone!.id, org.newsletterId],
      );
      expect(stay).toHaveLength(1);
    },
  );

  it('comes round each hour, also where a worker says so twice', async () => {
    const { client } = running;
    await ensureSchedules(client);
    await ensureSchedules(client);
    const { spec } = await client.schedule.getHandle(PURGE_SCHEDULE_ID).describe();
    expect(spec.intervals?.map(({ every }) => every)).toEqual([3_600_000]);
  });
});
