import { burstFrom } from '@adieu/domain';
import { thresholdsOfCampaign } from '../organisation/thresholds.ts';
import type { Sql } from '../sql.ts';

/**
 * Writes down for which mail domains of a campaign by e-mail a burst of goodbyes is possible, and from how many on (N4). All others
 * are never counted, so that their wishes pay nothing. In the transaction that queues the messages.
 */
export async function prepareBursts(sql: Sql, campaignId: string): Promise<void> {
  const { burstFewest: fewest, burstShare: share } = await thresholdsOfCampaign(sql, campaignId);
  const rows = await sql.rows<{ domain: string; recipients: number }>(
    `SELECT mail_domain(r.address) AS domain, count(*)::int AS recipients
     FROM message m JOIN recipient r ON r.id = m.recipient_id
     WHERE m.campaign_id = $1 AND r.address IS NOT NULL GROUP BY 1 HAVING count(*) >= $2`,
    [campaignId, fewest],
  );
  const domains = rows.flatMap(({ domain, recipients }) => {
    const from = burstFrom(domain, recipients, { fewest, share });
    return from === null ? [] : [{ domain, from }];
  });
  if (domains.length === 0) return;
  await sql.rows(
    `INSERT INTO campaign_domain (campaign_id, mail_domain, burst_from)
     SELECT $1, d.domain, d.burst_from FROM unnest($2::text[], $3::int[]) AS d(domain, burst_from)`,
    [campaignId, domains.map(({ domain }) => domain), domains.map(({ from }) => from)],
  );
}
