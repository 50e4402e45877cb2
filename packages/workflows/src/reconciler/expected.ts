import {
  campaignsBeingSent,
  openDataLinks,
  openDoubleOptIns,
  overdueDecisions,
  type Sql,
  unsettledRequests,
} from '@adieu/db';
import {
  campaignWorkflowId,
  dataLinkWorkflowId,
  doubleOptInWorkflowId,
  optOutWorkflowId,
  type OutboxMessage,
  plannedDecisionWorkflowId,
} from '@adieu/domain';

/** Younger ones are still the relay's. */
const GRACE_MS = 60_000;
const PAGE = 1_000;

/** A workflow that should be running, by the record. */
export interface Expected {
  readonly id: string;
  readonly workflowId: string;
  /** Its time has come: it should be at its end by now. */
  readonly isDue: boolean;
  /** What makes the relay start it. */
  readonly message: OutboxMessage;
}

export type Pages = AsyncIterable<readonly Expected[]>;

async function* paged(page: (afterId: string | null) => Promise<Expected[]>): Pages {
  for (let afterId: string | null = null; ;) {
    const expected = await page(afterId);
    yield expected;
    if (expected.length < PAGE) return;
    afterId = expected.at(-1)!.id;
  }
}

/** Before this instant what should run must have been started. */
function graceBefore(now: Date): Date {
  return new Date(now.getTime() - GRACE_MS);
}

/** What should be running at `now`, by kind, each page by page: requests that are not settled, and what else waits. */
export function expectedWorkflows(sql: Sql, now: Date) {
  const before = graceBefore(now);
  return {
    requests: (): Pages =>
      paged(async (afterId) => {
        const query = { receivedBefore: before, limit: PAGE, afterId };
        return (await unsettledRequests(sql, query)).map(({ requestId, open, deadline }) => ({
          id: requestId,
          workflowId: optOutWorkflowId(requestId),
          isDue: !open || deadline === null || deadline < now,
          message: {
            kind: 'opt-out.opened',
            requestId,
            deadline: open && deadline ? deadline.toISOString() : null,
          },
        }));
      }),
    doubleOptIns: (): Pages =>
      paged(async (afterId) => {
        const query = { requestedBefore: before, limit: PAGE, afterId };
        return (await openDoubleOptIns(sql, query)).map(({ id, expiresAt }) => ({
          id,
          workflowId: doubleOptInWorkflowId(id),
          isDue: expiresAt < now,
          message: { kind: 'double-opt-in.started', id, expiresAt: expiresAt.toISOString() },
        }));
      }),
    dataLinks: (): Pages =>
      paged(async (afterId) => {
        const query = { askedBefore: before, limit: PAGE, afterId };
        return (await openDataLinks(sql, query)).map(({ id, expiresAt }) => ({
          id,
          workflowId: dataLinkWorkflowId(id),
          isDue: expiresAt < now,
          message: { kind: 'data-link.asked', id, expiresAt: expiresAt.toISOString() },
        }));
      }),
    async *campaigns(): Pages {
      yield (await campaignsBeingSent(sql, before)).map((campaignId) => ({
        id: campaignId,
        workflowId: campaignWorkflowId(campaignId),
        isDue: true,
        message: { kind: 'campaign.released', campaignId },
      }));
    },
    decisions: (): Pages =>
      paged(async (afterId) => {
        const query = { dueBefore: before, limit: PAGE, afterId };
        return (await overdueDecisions(sql, query)).map(({ id, dueAt }) => ({
          id,
          workflowId: plannedDecisionWorkflowId(id),
          isDue: true,
          message: { kind: 'decision.planned', id, dueAt: dueAt.toISOString() },
        }));
      }),
  };
}
