import { campaignProgress } from '@adieu/db';
import { openSmsGateways, readSmsGateways } from '@adieu/gateways';
import { campaignWorkflowId } from '@adieu/domain';
import { numberOf, releasedSms, type SmsSink, startSmsSink, untilRow } from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changed, ended } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

const AMERICAN = '+12025550123';
/** 23:00 in New York; quiet until 8 in Los Angeles. */
const NIGHT = new Date('2026-12-02T04:00:00Z');
const MORNING = new Date('2026-12-02T16:00:01Z');

let sink: SmsSink;
let run: RunningWorker;
let now = NIGHT;
beforeAll(async () => {
  sink = await startSmsSink();
  const sms = openSmsGateways(readSmsGateways(JSON.stringify([sink.gateway])));
  run = await runWorker({ smtpUrl: 'smtp://127.0.0.1:9', sms, clock: () => now });
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

it('a campaign that runs into quiet hours waits with what is for their land until they are over, and all else goes (SM-15)', async () => {
  const { campaignId, messages } = await releasedSms(run.test, run.org, {
    count: 2,
    numbers: [AMERICAN],
    now: NIGHT,
  });
  const goesTo = (): string[] =>
    sink.taken.filter(({ id }) => messages.some((each) => each.id === id)).map(({ to }) => to);
  await untilRow(
    run.test.db.sql,
    "SELECT 1 FROM message WHERE campaign_id = $1 AND outcome = 'the quiet hours of US'",
    [campaignId],
  );
  await untilRow(
    run.test.db.sql,
    "SELECT 1 FROM message WHERE campaign_id = $1 AND state = 'SENT'",
    [campaignId],
  );
  const [waiting] = await run.test.db.sql.rows(
    "SELECT state, due_at AS at FROM message WHERE campaign_id = $1 AND state <> 'SENT'",
    [campaignId],
  );
  expect(waiting).toEqual({ state: 'QUEUED', at: new Date('2026-12-02T16:00:00Z') });
  expect(goesTo()).toEqual([numberOf(2)]);
  // Twelve hours later: who resumes it looks at the clock, as its timer would.
  await changed(run, campaignId, 'PAUSE');
  now = MORNING;
  await changed(run, campaignId, 'RESUME');
  await ended(run, campaignWorkflowId(campaignId));
  expect(goesTo()).toEqual([numberOf(2), AMERICAN]);
  expect((await campaignProgress(run.test.db.sql, campaignId)).byState).toMatchObject({ SENT: 2 });
});
