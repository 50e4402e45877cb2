import { storeInbound } from '@adieu/db';
import { READ_INBOUND_SCHEDULE_ID, TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import { mailtoLocalPart } from '@adieu/keys';
import { seedMails } from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureSchedules } from '../src/ensure-schedules.ts';
import { type RunningWorker, runWorker } from './worker.ts';

const DOMAIN = 'leave.example.test';
let run: RunningWorker;

beforeAll(async () => {
  run = await runWorker({ smtpUrl: 'smtp://127.0.0.1:9' });
});
afterAll(() => run?.close());

it('a mail that was stored and that nobody has read is read by the schedule of each minute (M-1)', async () => {
  const { db } = run.test;
  const [mail] = await seedMails(db, run.org, { count: 1, now: new Date() });
  const now = new Date();
  const to = `${mailtoLocalPart(mail!.token)}@${DOMAIN}`;
  const evidence = { headers: {}, sha256: 'ab'.repeat(32) };
  await storeInbound(
    db.sql,
    {
      channel: 'EMAIL',
      source: 'smtp',
      providerId: 'stored while mail-in was killed',
      isGuess: false,
      raw: Buffer.from('Subject: unsubscribe\r\n\r\n'),
      from: null,
      to,
      envelope: { from: 'anna@example.test', origin: null, helo: null, evidence },
      text: null,
      hint: null,
      part: null,
      sentAt: now,
    },
    { state: 'RECEIVED', dueAt: now },
    now,
  );
  const read = (): Promise<number> =>
    run.client.workflow.execute(WORKFLOWS.readInbound, {
      taskQueue: TASK_QUEUE,
      workflowId: `read-inbound-${now.getTime()}`,
      args: [],
    });
  expect(await read()).toBe(1);
  expect(
    await db.sql.rows('SELECT method, state FROM opt_out_request WHERE message_id = $1', [
      mail!.messageId,
    ]),
  ).toEqual([{ method: 'MAILTO', state: 'CONFIRMED' }]);
  expect(
    await db.sql.rows('SELECT state, outcome FROM inbound_message WHERE to_address = $1', [to]),
  ).toEqual([{ state: 'UNDERSTOOD', outcome: 'OPT_OUT' }]);
});

it('what nobody has read is looked for each minute: a wish is in force within it (M-1)', async () => {
  await ensureSchedules(run.client);
  const handle = run.client.schedule.getHandle(READ_INBOUND_SCHEDULE_ID);
  const { spec, action } = await handle.describe();
  expect(spec.intervals).toMatchObject([{ every: 60_000 }]);
  expect(action).toMatchObject({ workflowType: WORKFLOWS.readInbound });
  await handle.delete();
});
