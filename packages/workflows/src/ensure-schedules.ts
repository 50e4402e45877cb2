import { DIGEST_SCHEDULE_ID, RECONCILE_SCHEDULE_ID, TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

/** What runs each minute. */
const EACH_MINUTE = [
  { scheduleId: RECONCILE_SCHEDULE_ID, workflowType: WORKFLOWS.reconcile },
  { scheduleId: DIGEST_SCHEDULE_ID, workflowType: WORKFLOWS.sendDigests },
] as const;

/** Makes sure that they run, each one at a time. Safe to repeat. */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const { scheduleId, workflowType } of EACH_MINUTE) {
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
}
