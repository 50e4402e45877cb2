import { isToBePaused } from '@adieu/domain';
import { changeCampaign } from '../campaigns/change-campaign.ts';
import { thresholdsOfCampaign } from '../organisation/thresholds.ts';
import type { Sql } from '../sql.ts';

export interface SinceResumed {
  readonly sent: number;
  readonly complaints: number;
}

/**
 * Pauses a running campaign of which too many complain, in the caller's transaction (W-14). Gives the figures that paused
 * it; null where it runs on, or does not run.
 */
export async function pauseByRate(
  sql: Sql,
  campaignId: string,
  now: Date,
): Promise<SinceResumed | null> {
  const [since] = await sql.rows<SinceResumed & { organisationId: string }>(SINCE_RESUMED, [
    campaignId,
  ]);
  if (since === undefined) return null;
  const { pauseComplaintRate } = await thresholdsOfCampaign(sql, campaignId);
  if (!isToBePaused(since, pauseComplaintRate)) return null;
  const { organisationId, sent, complaints } = since;
  const paused = await changeCampaign(sql, {
    organisationId,
    campaignId,
    change: 'PAUSE',
    changedBy: null,
    pausedBecause: 'COMPLAINT_RATE',
    now,
  });
  return 'refused' in paused ? null : { sent, complaints };
}

// What was changed last and runs was resumed.
const SINCE_RESUMED = `
  SELECT c.organisation_id AS "organisationId",
    (SELECT count(*)::int FROM message m WHERE m.campaign_id = c.id AND m.state = 'SENT'
      AND m.changed_at >= coalesce(c.changed_at, '-infinity')) AS sent,
    (SELECT count(*)::int FROM complaint x WHERE x.campaign_id = c.id
      AND x.at >= coalesce(c.changed_at, '-infinity')) AS complaints
  FROM campaign c WHERE c.id = $1 AND c.state = 'SENDING'`;
