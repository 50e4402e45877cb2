import type { CampaignFigures } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** The figures of an account's campaigns that were released before `before`, the latest `limit` of them. */
export async function figuresBefore(
  sql: Sql,
  accountId: string,
  before: Date,
  limit: number,
): Promise<CampaignFigures[]> {
  return sql.rows(
    `SELECT sent, opt_outs AS "optOuts", complaints FROM campaign_figures
     WHERE account_id = $1 AND released_at < $2 ORDER BY released_at DESC LIMIT $3`,
    [accountId, before, limit],
  );
}
