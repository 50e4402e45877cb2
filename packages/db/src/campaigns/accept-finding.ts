import type { Sql } from '../sql.ts';

/** A warning of a check that somebody took upon themselves. */
export interface AcceptedFinding {
  /** Which, as the check calls it. */
  readonly finding: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** Accepts a finding of a campaign. One that was accepted before stays as it was: who said so first goes on record. */
export async function acceptFinding(
  sql: Sql,
  accepted: AcceptedFinding & { readonly campaignId: string },
): Promise<void> {
  const { campaignId, finding, reason, by, at } = accepted;
  await sql.rows(
    `INSERT INTO campaign_accepted_finding (campaign_id, finding, reason, accepted_by, accepted_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (campaign_id, finding) DO NOTHING`,
    [campaignId, finding, reason, by, at],
  );
}

/** What was accepted of a campaign. */
export async function acceptedFindings(sql: Sql, campaignId: string): Promise<AcceptedFinding[]> {
  return sql.rows(
    `SELECT finding, reason, accepted_by AS by, accepted_at AS at FROM campaign_accepted_finding WHERE campaign_id = $1`,
    [campaignId],
  );
}
