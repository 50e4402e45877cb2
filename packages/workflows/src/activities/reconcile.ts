import {
  campaignsBeingSent,
  openDoubleOptIns,
  overdueDecisions,
  postAll,
  unsettledRequests,
} from '@adieu/db';
import {
  campaignWorkflowId,
  doubleOptInWorkflowId,
  optOutWorkflowId,
  type OutboxMessage,
  plannedDecisionWorkflowId,
} from '@adieu/domain';
import { Context } from '@temporalio/activity';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { ActivityDeps } from './activity-deps.ts';

/** Younger ones are still the relay's. */
const GRACE_MS = 60_000;
const BATCH = 200;

interface Expected {
  readonly id: string;
  readonly workflowId: string;
  readonly message: OutboxMessage;
}

/**
 * Compares the record with Temporal: every request that is not settled must have a workflow that runs, every campaign
 * that is being sent, every double opt-in that nobody confirmed and every decision that is planned too. What has none
 * gets its outbox message again. So losing Temporal's data loses no wait, and the deadline is the row's own. Gives how
 * many were mended.
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

  const mend = async (expected: readonly Expected[]): Promise<number> => {
    const running = await Promise.all(expected.map(({ workflowId }) => isRunning(workflowId)));
    const missing = expected.filter((_, i) => !running[i]).map(({ message }) => message);
    if (missing.length > 0) await postAll(db.sql, missing);
    Context.current().heartbeat();
    return missing.length;
  };

  const mendPages = async (page: (afterId: string | null) => Promise<Expected[]>) => {
    let mended = 0;
    for (let afterId: string | null = null; ;) {
      const expected = await page(afterId);
      mended += await mend(expected);
      if (expected.length < BATCH) return mended;
      afterId = expected.at(-1)!.id;
    }
  };

  return async (): Promise<number> => {
    const before = new Date(clock().getTime() - GRACE_MS);
    const requests = await mendPages(async (afterId) =>
      (await unsettledRequests(db.sql, { receivedBefore: before, limit: BATCH, afterId })).map(
        ({ requestId, open, deadline }) => ({
          id: requestId,
          workflowId: optOutWorkflowId(requestId),
          message: {
            kind: 'opt-out.opened',
            requestId,
            deadline: open && deadline ? deadline.toISOString() : null,
          },
        }),
      ),
    );
    const doubleOptIns = await mendPages(async (afterId) =>
      (await openDoubleOptIns(db.sql, { requestedBefore: before, limit: BATCH, afterId })).map(
        ({ id, expiresAt }) => ({
          id,
          workflowId: doubleOptInWorkflowId(id),
          message: { kind: 'double-opt-in.started', id, expiresAt: expiresAt.toISOString() },
        }),
      ),
    );
    const campaigns = await mend(
      (await campaignsBeingSent(db.sql, before)).map((campaignId) => ({
        id: campaignId,
        workflowId: campaignWorkflowId(campaignId),
        message: { kind: 'campaign.released', campaignId },
      })),
    );
    const decisions = await mendPages(async (afterId) =>
      (await overdueDecisions(db.sql, { dueBefore: before, limit: BATCH, afterId })).map(
        ({ id, dueAt }) => ({
          id,
          workflowId: plannedDecisionWorkflowId(id),
          message: { kind: 'decision.planned', id, dueAt: dueAt.toISOString() },
        }),
      ),
    );
    const mended = requests + doubleOptIns + campaigns + decisions;
    if (mended > 0) {
      log.warn(
        { mended, requests, doubleOptIns, campaigns, decisions },
        'mended: waits that were missing are posted again',
      );
    }
    return mended;
  };
}
