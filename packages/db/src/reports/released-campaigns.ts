import type { CampaignState, PauseReason } from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import { inReach } from '../members/reach.sql.ts';
import type { Reviewed } from '../review/review-link.ts';
import type { Sql } from '../sql.ts';

/** A released campaign with its figures as they were counted last; zeros where they never were. */
export interface ReleasedCampaign {
  readonly id: string;
  readonly name: string;
  readonly accountName: string;
  readonly state: CampaignState;
  readonly sendAt: Date | null;
  readonly releasedAt: Date;
  readonly pausedBecause: PauseReason | null;
  readonly sent: number;
  readonly optOuts: number;
  readonly complaints: number;
  /** When that was; null = never yet. */
  readonly countedAt: Date | null;
}

const SELECT = `
  SELECT c.id, c.name, a.name AS "accountName", c.state, c.send_at AS "sendAt", c.released_at AS "releasedAt",
    c.paused_because AS "pausedBecause", coalesce(f.sent, 0) AS sent, coalesce(f.opt_outs, 0) AS "optOuts",
    coalesce(f.complaints, 0) AS complaints, f.counted_at AS "countedAt"
  FROM campaign c JOIN account a ON a.id = c.account_id LEFT JOIN campaign_figures f ON f.campaign_id = c.id
  WHERE c.organisation_id = $1 AND c.released_at IS NOT NULL AND ${inReach('$2::uuid[]', 'c.account_id')}`;

/** One page of an organisation's released campaigns, the newest first. */
export async function releasedCampaigns(
  sql: Sql,
  { organisationId, accountIds }: Reviewed,
  page: { first: number; after: string | null },
): Promise<Listed<ReleasedCampaign>> {
  const rows = await sql.rows<ReleasedCampaign>(
    `${SELECT} AND ($3::uuid IS NULL OR c.id < $3) ORDER BY c.id DESC LIMIT $4`,
    [organisationId, accountIds, page.after, page.first + 1],
  );
  return listedOf(rows, page.first);
}

/** One of them; null where it is none of the organisation's, or was not released. */
export async function releasedCampaign(
  sql: Sql,
  { organisationId, accountIds }: Reviewed,
  campaignId: string,
): Promise<ReleasedCampaign | null> {
  const [row] = await sql.rows<ReleasedCampaign>(`${SELECT} AND c.id = $3`, [
    organisationId,
    accountIds,
    campaignId,
  ]);
  return row ?? null;
}

/** The accounts of an organisation that ever released a campaign, by name. */
export async function sendingAccounts(
  sql: Sql,
  { organisationId, accountIds }: Reviewed,
): Promise<{ id: string; name: string }[]> {
  return sql.rows(
    `SELECT a.id, a.name FROM account a WHERE a.organisation_id = $1 AND ${inReach('$2::uuid[]', 'a.id')}
       AND EXISTS (SELECT FROM campaign_figures f WHERE f.account_id = a.id) ORDER BY a.name, a.id`,
    [organisationId, accountIds],
  );
}
