import {
  type CampaignForSending,
  campaignForSending,
  expireLeases,
  leaveOldLimits,
  nextAllowed,
  openWork,
  recordEarlyOptOuts,
  takeBackQueued,
} from '@adieu/db';
import { ApplicationFailure, Context } from '@temporalio/activity';
import type { Carriage } from '../sender/carriage.ts';
import { carriageOf } from '../sender/carriage-of.ts';
import { handOver } from '../sender/hand-over.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Long enough to be worth a task, short enough that a pause or a new worker is soon heard of. */
const CHUNK_MS = 60_000;
const HEARTBEAT_MS = 3_000;
const IN_WORK: readonly CampaignForSending['state'][] = ['SENDING', 'PAUSED', 'CANCELLED'];

/**
 * Hands over a campaign's due messages for up to a minute, or takes back those of a cancelled one. Gives when to come
 * back: at once, when the next retry is due, or when the last lease of a dead sender ends; null where nothing is left, or
 * nothing may be done because the campaign is paused.
 */
export function createSendChunk(deps: ActivityDeps) {
  return async (campaignId: string): Promise<{ resumeAt: string | null }> => {
    const campaign = await campaignForSending(deps.db.sql, campaignId);
    if (campaign === null || !IN_WORK.includes(campaign.state)) return { resumeAt: null };
    const context = Context.current();
    const heart = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
    const until = deps.clock().getTime() + CHUNK_MS;
    try {
      const mayGoOn = (): boolean =>
        !context.cancellationSignal.aborted && deps.clock().getTime() < until;
      const carriage = campaign.state === 'SENDING' ? await carriageOf(deps, campaign) : null;
      const sent = await work(deps, campaign, carriage, mayGoOn);
      if (campaign.content.channel === 'SMS') await recordEarlyOptOuts(deps.db, deps.clock());
      await expireLeases(deps.db.sql, campaignId, deps.clock());
      const open = await openWork(deps.db.sql, campaignId);
      deps.log.info(
        { campaignId, sent, queued: open.queued, leased: open.leased },
        'chunk handed over',
      );
      const nextDueAt = campaign.state === 'PAUSED' ? null : open.nextDueAt;
      // What is due already may have to wait for its turn.
      const limits = carriage?.limits ?? null;
      const mayGoAt = limits && (await nextAllowed(deps.db.sql, campaignId, limits, deps.clock()));
      const next = [mayGoAt ?? nextDueAt, open.lastLease].filter((instant) => instant !== null);
      const resume = next.length === 0 ? null : new Date(Math.min(...next.map(Number)));
      return { resumeAt: resume?.toISOString() ?? null };
    } finally {
      clearInterval(heart);
    }
  };
}

/** Gives how many were sent. */
async function work(
  deps: ActivityDeps,
  campaign: CampaignForSending,
  carriage: Carriage | null,
  mayGoOn: () => boolean,
): Promise<number> {
  if (campaign.state === 'PAUSED') return 0;
  if (campaign.state === 'CANCELLED') {
    while (mayGoOn() && (await takeBackQueued(deps.db.sql, campaign.campaignId, deps.clock())) > 0);
    return 0;
  }
  if (carriage === null)
    throw ApplicationFailure.nonRetryable('the campaign was not compiled', 'CampaignBroken');
  const { limits } = carriage;
  if (limits)
    while (mayGoOn() && (await leaveOldLimits(deps.db.sql, campaign.campaignId, limits)) > 0);
  return handOver(deps, campaign.campaignId, carriage, mayGoOn);
}
