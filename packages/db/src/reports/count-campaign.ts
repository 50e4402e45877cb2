import type { CampaignFigures } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { COUNTED_REQUESTS } from './counted-requests.sql.ts';

export type CountedCampaign = CampaignFigures & { readonly bounced: number };

/** Counts a campaign's people: to whom it was sent, who bounced, left and complained. Each once. */
export async function countCampaign(sql: Sql, campaignId: string): Promise<CountedCampaign> {
  const [row] = await sql.rows<CountedCampaign>(
    `WITH q AS (${COUNTED_REQUESTS})
     SELECT (SELECT count(*)::int FROM message WHERE campaign_id = $1 AND state = 'SENT') AS sent,
       (SELECT count(DISTINCT m.id)::int FROM machine_signal s JOIN message m ON m.id = s.message_id
        WHERE s.kind IN ('HARD_BOUNCE', 'SOFT_BOUNCE', 'REFUSAL') AND m.campaign_id = $1) AS bounced,
       (SELECT count(DISTINCT recipient_id)::int FROM q) AS "optOuts",
       (SELECT count(*)::int FROM complaint WHERE campaign_id = $1) AS complaints`,
    [campaignId],
  );
  return row!;
}
