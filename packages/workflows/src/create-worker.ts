import { TASK_QUEUE, WEBHOOK_TASK_QUEUE } from '@adieu/domain';
import { NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { ActivityDeps } from './activities/activity-deps.ts';
import { createActivities } from './activities/index.ts';

/** What runs, and ends once it is told to and its activities have. */
export interface RunningWorkers {
  run(): Promise<void>;
  shutdown(): void;
}

/**
 * The Temporal workers of this process. The bundle is made when the product is built, never at a start. Webhooks have a queue and
 * places of their own: servers that answer after twenty seconds keep no mail waiting.
 */
export async function createWorker(
  deps: ActivityDeps,
  options: {
    connection: NativeConnection;
    namespace: string;
    workflowBundle: WorkflowBundleOption;
  },
): Promise<RunningWorkers> {
  const { workflowBundle, ...connected } = options;
  const activities = createActivities(deps);
  const { drainWebhooks, sendWebhookDelivery } = activities;
  const workers = await Promise.all([
    Worker.create({
      ...connected,
      workflowBundle,
      taskQueue: TASK_QUEUE,
      activities,
      // A chunk of a campaign heartbeats every few seconds; on shutdown it stops claiming and writes what it knows.
      shutdownGraceTime: '25 seconds',
      maxCachedWorkflows: 2_000,
      maxConcurrentActivityTaskExecutions: 50,
      maxConcurrentLocalActivityExecutions: 12,
      workflowThreadPoolSize: 1,
    }),
    Worker.create({
      ...connected,
      taskQueue: WEBHOOK_TASK_QUEUE,
      activities: { drainWebhooks, sendWebhookDelivery },
      // Then the delivery that is under way is the last.
      shutdownGraceTime: '1 second',
      maxConcurrentActivityTaskExecutions: 40,
    }),
  ]);
  return {
    async run() {
      await Promise.all(workers.map((worker) => worker.run()));
    },
    shutdown() {
      for (const worker of workers) worker.shutdown();
    },
  };
}
