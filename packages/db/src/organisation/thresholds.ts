import { type OwnThresholds, type Thresholds, thresholdsOf } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** From what on a campaign warns, is paused, and counts as left by robots: its account's own, else the house's. */
export async function thresholdsOfCampaign(sql: Sql, campaignId: string): Promise<Thresholds> {
  const [own] = await sql.rows<OwnThresholds>(
    `SELECT a.warn_opt_out_rate::float8 AS "warnOptOutRate", a.warn_complaint_rate::float8 AS "warnComplaintRate",
       a.warn_bounce_rate::float8 AS "warnBounceRate", a.pause_complaint_rate::float8 AS "pauseComplaintRate", a.burst_fewest AS "burstFewest", a.burst_share::float8 AS "burstShare",
       a.hard_bounces AS "hardBounces", a.soft_bounces AS "softBounces", a.bounce_half_life_days AS "bounceHalfLifeDays"
     FROM campaign c JOIN account a ON a.id = c.account_id WHERE c.id = $1`,
    [campaignId],
  );
  if (own === undefined) throw new Error('thresholds of a campaign that is not there');
  return thresholdsOf(own);
}
