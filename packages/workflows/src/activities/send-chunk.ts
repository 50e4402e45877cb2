import { campaignForSending, expireLeases, openWork } from '@adieu/db';
import { compileCampaign } from '@adieu/templates';
import { ApplicationFailure, Context } from '@temporalio/activity';
import { handOver } from '../sender/hand-over.ts';
import type { ActivityDeps } from './index.ts';

/** Long enough to be worth a task, short enough that a pause or a new worker is soon heard of. */
const CHUNK_MS = 60_000;
const HEARTBEAT_MS = 3_000;

/**
 * Hands over a campaign's due messages for up to a minute. Gives when to come back: at once, when the next retry is due,
 * or when the last lease of a dead sender ends; null where nothing is left.
 */
export function createSendChunk(deps: ActivityDeps) {
  return async (campaignId: string): Promise<{ resumeAt: string | null }> => {
    const campaign = await campaignForSending(deps.db.sql, campaignId);
    if (campaign === null || campaign.state !== 'SENDING') return { resumeAt: null };
    const compiled = await compileCampaign(campaign);
    if (!compiled.ok) {
      throw ApplicationFailure.nonRetryable(
        'the campaign no longer compiles',
        'CampaignBroken',
        compiled.problems,
      );
    }
    const context = Context.current();
    const heart = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
    const until = deps.clock().getTime() + CHUNK_MS;
    try {
      const sent = await handOver(deps, campaign, compiled.campaign, () => {
        return !context.cancellationSignal.aborted && deps.clock().getTime() < until;
      });
      await expireLeases(deps.db.sql, campaignId, deps.clock());
      const open = await openWork(deps.db.sql, campaignId);
      deps.log.info(
        { campaignId, sent, queued: open.queued, leased: open.leased },
        'chunk handed over',
      );
      const next = [open.nextDueAt, open.lastLease].filter((instant) => instant !== null);
      const resume = next.length === 0 ? null : new Date(Math.min(...next.map(Number)));
      return { resumeAt: resume?.toISOString() ?? null };
    } finally {
      clearInterval(heart);
    }
  };
}
