import { addMember, recordOptOut } from '@adieu/db';
import {
  campaignWorkflowId,
  JUDGE_CAMPAIGNS_SCHEDULE_ID,
  TASK_QUEUE,
  WORKFLOWS,
} from '@adieu/domain';
import { type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureSchedules } from '../src/ensure-schedules.ts';
import { delivered, recipientsOf, leave } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

let sink: SmtpSink;
let run: RunningWorker;
let reply: string | undefined;

beforeAll(async () => {
  sink = await startSmtpSink({ reply: () => reply });
  run = await runWorker({ smtpUrl: sink.url });
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

/** What the schedule starts each minute. Gives how many mails went out. */
function tick(): Promise<number> {
  return run.client.workflow.execute(WORKFLOWS.judgeCampaigns, {
    taskQueue: TASK_QUEUE,
    workflowId: `judge-${crypto.randomUUID()}`,
    args: [],
  }) as Promise<number>;
}

it('a campaign that drives people away warns each admin once, in their language, without an address (F3, W-14)', async () => {
  const { db } = run.test;
  const mails = await recipientsOf(run, run.org.newsletterId, 100);
  const sent = `UPDATE message SET state = 'SENT', outcome = '250 ok', lease_until = NULL`;
  await db.sql.rows(sent);
  const leavers = mails.slice(0, 3);
  for (const { messageId } of leavers) await leave(run, messageId);
  const added = await addMember(db.sql, {
    organisationId: run.org.organisationId,
    name: 'Eva',
    email: 'eva@nordlys.example.test',
    language: 'de',
    digestSeconds: 86_400,
  });
  if ('refused' in added) throw new Error(added.refused);

  reply = '451 4.7.1 come back later';
  expect(await tick()).toBe(0);
  reply = undefined;
  const before = sink.count;
  expect(await tick()).toBe(1);
  expect(await tick()).toBe(0);
  const [mail, ...more] = sink.mails.slice(before);
  expect(more).toEqual([]);
  expect(mail!.to).toBe('eva@nordlys.example.test');
  const parsed = await mail!.parsed();
  expect(parsed.subject).toBe('Nordlys: Warnung zur Kampagne „Spring“');
  expect(parsed.text).toContain('3 von 100');
  expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
  for (const { address } of leavers) expect(mail!.raw.toString()).not.toContain(address);
});

it('a campaign of which too many complain is paused, and its admin told how to go on (W-14)', async () => {
  const { db } = run.test;
  const mails = await recipientsOf(run, run.org.newsletterId, 100);
  const [{ id: campaignId }] = (await db.sql.rows<{ id: string }>(
    `UPDATE message SET state = 'SENT', outcome = '250 ok', lease_until = NULL WHERE id = ANY ($1::uuid[])
     RETURNING campaign_id AS id`,
    [mails.map(({ messageId }) => messageId)],
  )) as [{ id: string }];
  for (const { messageId } of mails.slice(0, 3))
    await recordOptOut(db.sql, {
      target: { messageId, scope: 'LINK' },
      signal: 'CLEAR',
      method: 'SPAM_REPORT',
      actor: { kind: 'RECIPIENT', name: null },
      evidence: {},
      now: new Date(),
    });
  // It was cancelled so that its own sender leaves it alone; that one must have looked, or it would find it sent.
  await delivered(run);
  await run.client.workflow.getHandle(campaignWorkflowId(campaignId)).result();
  await db.sql.rows(`UPDATE campaign SET state = 'SENDING', finished_at = NULL WHERE id = $1`, [
    campaignId,
  ]);
  const before = sink.count;
  await tick();
  const campaign = await db.sql.rows('SELECT state, paused_because FROM campaign WHERE id = $1', [
    campaignId,
  ]);
  expect(campaign).toEqual([{ state: 'PAUSED', paused_because: 'COMPLAINT_RATE' }]);
  const told = await Promise.all(sink.mails.slice(before).map((mail) => mail.parsed()));
  const paused = told.filter(({ subject }) => subject?.endsWith('ist angehalten'));
  expect(paused).toHaveLength(1);
  expect(paused[0]!.text).toContain('resumeCampaign');
  expect(paused[0]!.text).toContain('cancelCampaign');
  for (const { address } of mails.slice(0, 3)) expect(paused[0]!.text).not.toContain(address);
});

it('the schedule is made once', async () => {
  await ensureSchedules(run.client);
  await ensureSchedules(run.client);
  const schedule = run.client.schedule.getHandle(JUDGE_CAMPAIGNS_SCHEDULE_ID);
  expect((await schedule.describe()).spec.intervals).toHaveLength(1);
});
