import {
  RECONCILE_SCHEDULE_ID,
  SEAL_LEDGER_SCHEDULE_ID,
  TASK_QUEUE,
  WORKFLOWS,
} from '@adieu/domain';
import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

/** Makes sure that the reconciler and the sealing of the ledger run each minute, one of each at a time. Safe to repeat. */
export async function ensureSchedules(client: Client): Promise<void> {
  await ensureSchedule(client, RECONCILE_SCHEDULE_ID, WORKFLOWS.reconcile);
  await ensureSchedule(client, SEAL_LEDGER_SCHEDULE_ID, WORKFLOWS.sealLedger);
}

async function ensureSchedule(
  client: Client,
  scheduleId: string,
  workflowType: string,
): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId,
      spec: { intervals: [{ every: '1 minute' }] },
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
