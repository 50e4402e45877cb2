import type { CampaignFigures } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { COUNTED_REQUESTS } from './counted-requests.sql.ts';

export type CountedCampaign = CampaignFigures & {
  /** Messages that were sent, or refused by the mail server. */
  readonly tried: number;
  /** Messages that came back after the mail server took them. */
  readonly bounced: number;
  /** Whose mailbox does not exist: as the mail server said at once, or as a report did. */
  readonly hardBounces: number;
  /** Who could not be reached now, likewise; none of those before. */
  readonly softBounces: number;
};

/** Counts a campaign's people: to whom it was sent, who bounced, left and complained. Each once. */
export async function countCampaign(sql: Sql, campaignId: string): Promise<CountedCampaign> {
  const [row] = await sql.rows<CountedCampaign>(
    `WITH q AS (${COUNTED_REQUESTS}), back AS (
       SELECT m.state, bool_or(s.kind = 'HARD_BOUNCE') AS hard, bool_or(s.kind = 'SOFT_BOUNCE') AS soft
       FROM machine_signal s JOIN message m ON m.id = s.message_id
       WHERE s.kind IN ('HARD_BOUNCE', 'SOFT_BOUNCE', 'REFUSAL') AND m.campaign_id = $1 GROUP BY m.id
     )
     SELECT (SELECT count(*)::int FROM message WHERE campaign_id = $1 AND state = 'SENT') AS sent,
       (SELECT count(*)::int FROM message WHERE campaign_id = $1 AND state IN ('SENT', 'FAILED')) AS tried,
       (SELECT count(*)::int FROM back WHERE state <> 'FAILED') AS bounced,
       (SELECT count(*)::int FROM back WHERE hard) AS "hardBounces",
       (SELECT count(*)::int FROM back WHERE soft AND NOT hard) AS "softBounces",
       (SELECT count(DISTINCT recipient_id)::int FROM q) AS "optOuts",
       (SELECT count(*)::int FROM complaint WHERE campaign_id = $1) AS complaints`,
    [campaignId],
  );
  return row!;
}
