import { campaignsBeingSent, postAll, unsettledRequests } from '@adieu/db';
import { campaignWorkflowId, optOutWorkflowId, type OutboxMessage } from '@adieu/domain';
import { Context } from '@temporalio/activity';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { ActivityDeps } from './index.ts';

/** Younger requests are still the relay's. */
const GRACE_MS = 60_000;
const BATCH = 200;

/**
 * Compares the record with Temporal: every request that is not settled must have a workflow that runs, and every campaign
 * that is being sent too. What has none gets its outbox message again. So losing Temporal's data loses no wait, and the
 * deadline is the row's own.
 */
export function createReconcile({
  db,
  client,
  log,
  clock,
}: Pick<ActivityDeps, 'db' | 'client' | 'log' | 'clock'>) {
  const isRunning = async (workflowId: string): Promise<boolean> => {
    try {
      return (await client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  };

  return async (): Promise<number> => {
    let mended = 0;
    const mend = async (
      expected: readonly { workflowId: string; message: OutboxMessage }[],
    ): Promise<void> => {
      const running = await Promise.all(expected.map(({ workflowId }) => isRunning(workflowId)));
      const missing = expected.filter((_, i) => !running[i]);
      if (missing.length > 0)
        await postAll(
          db.sql,
          missing.map(({ message }) => message),
        );
      mended += missing.length;
      Context.current().heartbeat();
    };
    const receivedBefore = new Date(clock().getTime() - GRACE_MS);
    for (let afterId: string | null = null; ;) {
      const requests = await unsettledRequests(db.sql, { receivedBefore, limit: BATCH, afterId });
      await mend(
        requests.map(({ requestId, open, deadline }) => ({
          workflowId: optOutWorkflowId(requestId),
          message: {
            kind: 'opt-out.opened',
            requestId,
            deadline: open && deadline ? deadline.toISOString() : null,
          },
        })),
      );
      if (requests.length < BATCH) break;
      afterId = requests.at(-1)!.requestId;
    }
    const campaigns = await campaignsBeingSent(db.sql, receivedBefore);
    await mend(
      campaigns.map((campaignId) => ({
        workflowId: campaignWorkflowId(campaignId),
        message: { kind: 'campaign.released', campaignId },
      })),
    );
    if (mended > 0) log.warn({ mended }, 'mended: waits that were missing are posted again');
    return mended;
  };
}
