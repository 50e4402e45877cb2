import { RETENTION_SCHEDULE_ID, TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

/** Makes sure that retention is applied each day, one run at a time. A day that was missed is made up for. Safe to repeat. */
export async function ensureRetentionSchedule(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: RETENTION_SCHEDULE_ID,
      spec: { intervals: [{ every: '1 day', offset: '3 hours' }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
      action: {
        type: 'startWorkflow',
        workflowType: WORKFLOWS.applyRetention,
        taskQueue: TASK_QUEUE,
        workflowExecutionTimeout: '6 hours',
        args: [],
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
