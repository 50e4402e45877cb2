import { longTermRate, WARNING, type WarningKind, warningsOf } from '@adieu/domain';
import type { Database } from '../database.ts';
import { thresholdsOfCampaign } from '../organisation/thresholds.ts';
import type { Sql } from '../sql.ts';
import { countCampaign } from './count-campaign.ts';
import { figuresBefore } from './figures-before.ts';
import { pauseByRate, type SinceResumed } from './pause-by-rate.ts';

const AGAIN_MINUTES = 10;
/** Less than the minute after which the schedule comes again. */
const RUNNING_AGAIN_SECONDS = 50;

/**
 * Released campaigns that were never counted, those that run, each minute and once they are over, and the young ones whose figures are old. Those
 * without figures first.
 */
export async function campaignsToJudge(sql: Sql, now: Date, limit: number): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `SELECT c.id FROM campaign c LEFT JOIN campaign_figures f ON f.campaign_id = c.id
     WHERE c.released_at IS NOT NULL AND (f.campaign_id IS NULL
       OR c.released_at > $1::timestamptz - $2 * interval '1 day' AND f.counted_at <= $1::timestamptz - $3 * interval '1 minute'
       OR c.finished_at > f.counted_at OR c.state = 'SENDING' AND coalesce(c.send_at, c.released_at) <= $1 AND f.counted_at <= $1::timestamptz - $5 * interval '1 second')
     ORDER BY f.counted_at NULLS FIRST, c.released_at LIMIT $4`,
    [now, WARNING.countedDays, AGAIN_MINUTES, limit, RUNNING_AGAIN_SECONDS],
  );
  return rows.map(({ id }) => id);
}

/**
 * Counts a released campaign, keeps its figures for the trend and raises what it warns of, each kind once for good
 * (F3, W-14). Where too many complain it is paused. Gives the kinds that are new.
 */
export async function judgeCampaign(
  db: Database,
  campaignId: string,
  now: Date,
): Promise<WarningKind[]> {
  return db.transaction(async (sql) => {
    const counted = await countCampaign(sql, campaignId);
    const { sent, tried, optOuts, complaints, bounced, hardBounces, softBounces } = counted;
    const [campaign] = await sql.rows<{ accountId: string; releasedAt: Date }>(
      `INSERT INTO campaign_figures (campaign_id, account_id, released_at, sent, opt_outs, complaints, bounced,
         hard_bounces, soft_bounces, counted_at)
       SELECT id, account_id, released_at, $2, $3, $4, $5, $7, $8, $6 FROM campaign WHERE id = $1 AND released_at IS NOT NULL
       ON CONFLICT (campaign_id) DO UPDATE SET sent = excluded.sent, opt_outs = excluded.opt_outs,
         complaints = excluded.complaints, bounced = excluded.bounced,
         hard_bounces = excluded.hard_bounces, soft_bounces = excluded.soft_bounces, counted_at = excluded.counted_at
       RETURNING account_id AS "accountId", released_at AS "releasedAt"`,
      [campaignId, sent, optOuts, complaints, bounced, now, hardBounces, softBounces],
    );
    if (campaign === undefined) return [];
    const { accountId, releasedAt } = campaign;
    const paused = await pauseByRate(sql, campaignId, now);
    if (paused !== null) await raisePause(sql, campaignId, paused, now);
    const before = await figuresBefore(sql, accountId, releasedAt, WARNING.mostCampaigns);
    const longTerm = longTermRate(before);
    const ageSeconds = (now.getTime() - releasedAt.getTime()) / 1_000;
    // What is long past is counted for the trend alone: nobody wants to be warned of it.
    if (ageSeconds > WARNING.countedDays * 86_400)
      return paused === null ? [] : ['COMPLAINT_PAUSE'];
    const own = await thresholdsOfCampaign(sql, campaignId);
    const rates = {
      optOut: own.warnOptOutRate,
      complaint: own.warnComplaintRate,
      bounce: own.warnBounceRate,
    };
    const kinds = warningsOf(counted, longTerm, ageSeconds, rates);
    const raised = await sql.rows<{ kind: WarningKind }>(
      `INSERT INTO campaign_warning (campaign_id, kind, raised_at, sent, counted, usual)
       SELECT $1, kind, $2, CASE kind WHEN 'BOUNCE_RATE' THEN $8::int ELSE $3::int END,
         CASE kind WHEN 'COMPLAINT_RATE' THEN $5::int WHEN 'BOUNCE_RATE' THEN $9::int ELSE $4::int END,
         CASE WHEN kind IN ('OPT_OUT_RATE', 'OPT_OUT_UNUSUAL') THEN $6::float8 END
       FROM unnest($7::text[]) AS kind
       -- The pause says it already, and more.
       WHERE kind <> 'COMPLAINT_RATE' OR NOT EXISTS (
         SELECT FROM campaign_warning w WHERE w.campaign_id = $1 AND w.kind = 'COMPLAINT_PAUSE')
       ON CONFLICT DO NOTHING RETURNING kind`,
      [
        campaignId,
        now,
        sent,
        optOuts,
        complaints,
        longTerm?.mean ?? null,
        kinds,
        tried,
        hardBounces,
      ],
    );
    const kindsRaised = raised.map(({ kind }) => kind);
    return paused === null ? kindsRaised : ['COMPLAINT_PAUSE', ...kindsRaised];
  });
}

/** Each pause is told, also a second one of the same campaign. */
async function raisePause(
  sql: Sql,
  campaignId: string,
  { sent, complaints }: SinceResumed,
  now: Date,
): Promise<void> {
  await sql.rows(
    `WITH told AS (DELETE FROM campaign_warning_mail WHERE campaign_id = $1 AND kind = 'COMPLAINT_PAUSE')
     INSERT INTO campaign_warning AS w (campaign_id, kind, raised_at, sent, counted)
     VALUES ($1, 'COMPLAINT_PAUSE', $2, $3, $4)
     ON CONFLICT (campaign_id, kind) DO UPDATE SET raised_at = excluded.raised_at, sent = excluded.sent, counted = excluded.counted`,
    [campaignId, now, sent, complaints],
  );
}
