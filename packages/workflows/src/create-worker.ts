import { TASK_QUEUE } from '@adieu/domain';
import { NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { ActivityDeps } from './activities/activity-deps.ts';
import { createActivities } from './activities/index.ts';

/** A Temporal worker for our one task queue. The bundle is made when the product is built, never at a start. */
export async function createWorker(
  deps: ActivityDeps,
  options: {
    connection: NativeConnection;
    namespace: string;
    workflowBundle: WorkflowBundleOption;
  },
): Promise<Worker> {
  return Worker.create({
    ...options,
    taskQueue: TASK_QUEUE,
    activities: createActivities(deps),
    // A chunk of a campaign heartbeats every few seconds; on shutdown it stops claiming and writes what it knows.
    shutdownGraceTime: '25 seconds',
    maxCachedWorkflows: 2_000,
    maxConcurrentActivityTaskExecutions: 50,
    maxConcurrentLocalActivityExecutions: 12,
    workflowThreadPoolSize: 1,
  });
}
