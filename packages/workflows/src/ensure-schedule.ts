import {
  FORGET_EXPIRED_SCHEDULE_ID,
  RECONCILE_SCHEDULE_ID,
  SEAL_LEDGER_SCHEDULE_ID,
  TASK_QUEUE,
  WORKFLOWS,
} from '@adieu/domain';
import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

/** Makes sure that all that comes round by the clock does, one of each at a time. Safe to repeat. */
export async function ensureSchedules(client: Client): Promise<void> {
  await ensureSchedule(client, RECONCILE_SCHEDULE_ID, WORKFLOWS.reconcile, '1 minute');
  await ensureSchedule(client, SEAL_LEDGER_SCHEDULE_ID, WORKFLOWS.sealLedger, '1 minute');
  await ensureSchedule(client, FORGET_EXPIRED_SCHEDULE_ID, WORKFLOWS.forgetExpired, '1 hour');
}

async function ensureSchedule(
  client: Client,
  scheduleId: string,
  workflowType: string,
  every: '1 minute' | '1 hour',
): Promise<void> {
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
