import { addMember, findReviewLink, judgeCampaign, setWeeklyReport } from '@adieu/db';
import { TASK_QUEUE, WEEKLY_REPORT_SCHEDULE_ID, WORKFLOWS } from '@adieu/domain';
import { hashSecretToken } from '@adieu/keys';
import { type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureSchedules } from '../src/ensure-schedules.ts';
import { recipientsOf } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

const RELEASED = new Date('2026-05-06T08:00:00Z');
const MONDAY = new Date('2026-05-11T06:00:00Z');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

let sink: SmtpSink;
let run: RunningWorker;
let reply: string | undefined;
let now = MONDAY;

beforeAll(async () => {
  sink = await startSmtpSink({ reply: () => reply });
  run = await runWorker({ smtpUrl: sink.url, clock: () => now });
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

/** What the schedule starts each hour. Gives how many mails went out. */
function tick(): Promise<number> {
  return run.client.workflow.execute(WORKFLOWS.sendWeeklyReports, {
    taskQueue: TASK_QUEUE,
    workflowId: `weekly-${crypto.randomUUID()}`,
    args: [],
  }) as Promise<number>;
}

async function person(name: string): Promise<string> {
  const added = await addMember(run.test.db.sql, {
    organisationId: run.org.organisationId,
    name,
    email: `${name}@nordlys.example.test`,
    language: 'de',
    digestSeconds: 86_400,
  });
  if ('refused' in added) throw new Error(added.refused);
  return added.memberId;
}

it('each week admins get the figures of an account that sent, with the plots as pictures, once (F5)', async () => {
  const { db } = run.test;
  const mails = await recipientsOf(run, run.org.newsletterId, 100);
  await db.sql.rows(`UPDATE message SET state = 'SENT', outcome = '250 ok', lease_until = NULL`);
  const [campaign] = await db.sql.rows<{ id: string }>(
    'UPDATE campaign SET released_at = $1 RETURNING id',
    [RELEASED],
  );
  await judgeCampaign(db, campaign!.id, MONDAY);
  await person('eva');
  const stopped = await person('bo');
  await setWeeklyReport(db.sql, stopped, false);

  const before = sink.count;
  now = new Date('2026-05-10T23:00:00Z');
  expect(await tick()).toBe(0);
  now = new Date('2026-05-14T01:00:00Z');
  expect(await tick()).toBe(0);
  now = MONDAY;
  reply = '451 4.7.1 come back later';
  expect(await tick()).toBe(0);
  reply = undefined;
  const sent = await Promise.all([tick(), tick()]);
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await tick()).toBe(0);

  const [mail, ...more] = sink.mails.slice(before);
  expect(more).toEqual([]);
  expect(mail!.to).toBe('eva@nordlys.example.test');
  const parsed = await mail!.parsed();
  expect(parsed.subject).toContain('Die Woche vom 4. Mai');
  expect(parsed.text).toMatch(/100 gesendet, 0\s%\sabgemeldet/);
  expect(parsed.text).toMatch(/Zahlen vom 11\.\sMai, 08:00\sUhr/);
  expect(parsed.attachments.map(({ contentType, related }) => [contentType, related])).toEqual([
    ['image/png', true],
    ['image/png', true],
  ]);
  for (const { content, cid } of parsed.attachments) {
    expect(content.subarray(0, 4)).toEqual(PNG);
    expect(mail!.raw.toString()).toContain(`Content-ID: <${cid}>`);
  }
  for (const { address } of mails) expect(mail!.raw.toString()).not.toContain(address);

  const token = /\/review\/([\w-]+)\/reports/.exec(parsed.text!)![1]!;
  const link = await findReviewLink(db.sql, 'REVIEW', hashSecretToken(token), MONDAY);
  expect(link).toMatchObject({ memberName: 'eva' });
});

it('a week begins on a Monday, the table itself sees to it', async () => {
  await expect(
    run.test.db.sql.rows(
      `INSERT INTO weekly_report (account_id, week, member_id, claimed_at)
       SELECT $1, '2026-05-05', id, now() FROM member LIMIT 1`,
      [run.org.accountId],
    ),
  ).rejects.toThrow(/weekly_report_week_check/);
});

it('the schedule is made', async () => {
  await ensureSchedules(run.client);
  const schedule = run.client.schedule.getHandle(WEEKLY_REPORT_SCHEDULE_ID);
  expect((await schedule.describe()).spec.intervals).toHaveLength(1);
});
