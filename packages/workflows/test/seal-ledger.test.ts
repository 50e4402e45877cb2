import { SEAL_LEDGER_SCHEDULE_ID } from '@adieu/domain';
import { lastSeal, verifyLedger } from '@adieu/db';
import { type SmtpSink, startSmtpSink, until } from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureSchedules } from '../src/ensure-schedules.ts';
import { type RunningWorker, runWorker } from './worker.ts';

let sink: SmtpSink;
let run: RunningWorker;

beforeAll(async () => {
  sink = await startSmtpSink();
  run = await runWorker({ smtpUrl: sink.url });
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

it('the schedule seals the ledger, and making it twice makes one (W-12)', async () => {
  const { sql } = run.test.db;
  await sql.rows(
    `INSERT INTO ledger_event (organisation_id, at, type, address_key, channel, scope_kind, scope_id, actor_kind)
     SELECT $1::uuid, now(), 'REQUESTED', sha256('x'), 'EMAIL', 'ORGANISATION', $1::uuid, 'SYSTEM' FROM generate_series(1, 50)`,
    [run.org.organisationId],
  );
  await ensureSchedules(run.client);
  await ensureSchedules(run.client);
  const schedule = run.client.schedule.getHandle(SEAL_LEDGER_SCHEDULE_ID);
  expect((await schedule.describe()).spec.intervals).toHaveLength(1);
  // A transaction of another test may hold the seal up for a moment: the schedule is asked again until it had its turn.
  await until(async () => {
    await schedule.trigger();
    return lastSeal(sql);
  });
  expect(await verifyLedger(sql, { from: null, to: null })).toMatchObject({
    events: 50,
    broken: null,
  });
});
