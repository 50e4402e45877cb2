import {
  COMPARE_LISTS_SCHEDULE_ID,
  DIGEST_SCHEDULE_ID,
  JUDGE_CAMPAIGNS_SCHEDULE_ID,
  PURGE_EVERY_SECONDS,
  PURGE_SCHEDULE_ID,
  READ_INBOUND_SCHEDULE_ID,
  RECONCILE_SCHEDULE_ID,
  SEAL_LEDGER_SCHEDULE_ID,
  SEND_HELD_SCHEDULE_ID,
  TASK_QUEUE,
  WEEKLY_REPORT_SCHEDULE_ID,
  WORKFLOWS,
} from '@adieu/domain';
import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

const MINUTELY = {
  every: '1 minute',
  catchupWindow: '1 minute',
  timeout: '10 minutes',
} as const;
const HOURLY = { every: '1 hour', catchupWindow: '1 minute', timeout: '10 minutes' } as const;

const NIGHTLY = {
  every: '1 day',
  offset: '2 hours',
  catchupWindow: '1 hour',
  timeout: '6 hours',
} as const;

/** What comes round by the clock. */
const SCHEDULES = [
  { scheduleId: RECONCILE_SCHEDULE_ID, workflowType: WORKFLOWS.reconcile, ...MINUTELY },
  { scheduleId: DIGEST_SCHEDULE_ID, workflowType: WORKFLOWS.sendDigests, ...MINUTELY },
  { scheduleId: SEAL_LEDGER_SCHEDULE_ID, workflowType: WORKFLOWS.sealLedger, ...MINUTELY },
  // The first run after a retention was shortened may be long.
  {
    scheduleId: PURGE_SCHEDULE_ID,
    workflowType: WORKFLOWS.purge,
    ...HOURLY,
    every: `${PURGE_EVERY_SECONDS} seconds`,
    timeout: '6 hours',
  },
  { scheduleId: JUDGE_CAMPAIGNS_SCHEDULE_ID, workflowType: WORKFLOWS.judgeCampaigns, ...MINUTELY },
  { scheduleId: SEND_HELD_SCHEDULE_ID, workflowType: WORKFLOWS.sendHeld, ...MINUTELY },
  { scheduleId: READ_INBOUND_SCHEDULE_ID, workflowType: WORKFLOWS.readInbound, ...MINUTELY },
  {
    scheduleId: COMPARE_LISTS_SCHEDULE_ID,
    workflowType: WORKFLOWS.compareOptOutLists,
    ...NIGHTLY,
  },
  // Each hour: who could not be reached is tried again, and nobody gets a week's twice.
  { scheduleId: WEEKLY_REPORT_SCHEDULE_ID, workflowType: WORKFLOWS.sendWeeklyReports, ...HOURLY },
] as const;

/** Makes sure that they run, each one at a time. Safe to repeat. */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const { scheduleId, workflowType, every, catchupWindow, timeout, ...rest } of SCHEDULES) {
    try {
      await client.schedule.create({
        scheduleId,
        spec: { intervals: [{ every, ...rest }] },
        policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow },
        action: {
          type: 'startWorkflow',
          workflowType,
          taskQueue: TASK_QUEUE,
          workflowExecutionTimeout: timeout,
          args: [],
        },
      });
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    }
  }
}
