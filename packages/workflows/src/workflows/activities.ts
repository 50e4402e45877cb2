import { WEBHOOK_TASK_QUEUE } from '@adieu/domain';
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';

/** Short writes to the record. Local: they save a round trip each, and a retry of a compare-and-set changes nothing. */
export const record = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  // Longer pauses are timers: a pause inside the workflow task would cost it a heartbeat, three events, every eight seconds.
  localRetryThreshold: '5 seconds',
  // PostgreSQL may be away for an hour: never give up on a wish.
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/** Single mails. Retried for as long as the mail server is away. */
export const mail = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '2 seconds', maximumInterval: '5 minutes' },
});

/** Single SMS of ours. A gateway that is away for an hour gets them then. */
export const sms = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '2 seconds', maximumInterval: '1 minute' },
});

/** Long work that reports where it is. A missed heartbeat means that its worker died: another goes on. */
export const longWork = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/** Deliveries to one endpoint, in order. Whether a server took one is a value; a retry here is for faults of ours. */
export const webhooks = proxyActivities<Activities>({
  taskQueue: WEBHOOK_TASK_QUEUE,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});
