import {
  DIGEST_SCHEDULE_ID,
  FORGET_EXPIRED_SCHEDULE_ID,
  RECONCILE_SCHEDULE_ID,
  SEAL_LEDGER_SCHEDULE_ID,
  TASK_QUEUE,
  WORKFLOWS,
} from '@adieu/domain';
import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

/** What comes round by the clock. */
const SCHEDULES = [
  { scheduleId: RECONCILE_SCHEDULE_ID, workflowType: WORKFLOWS.reconcile, every: '1 minute' },
  { scheduleId: DIGEST_SCHEDULE_ID, workflowType: WORKFLOWS.sendDigests, every: '1 minute' },
  { scheduleId: SEAL_LEDGER_SCHEDULE_ID, workflowType: WORKFLOWS.sealLedger, every: '1 minute' },
  {
    scheduleId: FORGET_EXPIRED_SCHEDULE_ID,
    workflowType: WORKFLOWS.forgetExpired,
    every: '1 hour',
  },
] as const;

/** Makes sure that they run, each one at a time. Safe to repeat. */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const { scheduleId, workflowType, every } of SCHEDULES) {
    try {
      await client.schedule.create({
        scheduleId,
        spec: { intervals: [{ every }] },
        policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
        action: {
          type: 'startWorkflow',
          workflowType,
          taskQueue: TASK_QUEUE,
          workflowExecutionTimeout: '10 minutes',
          args: [],
        },
      });
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    }
  }
}
