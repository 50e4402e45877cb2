import type { GivenReason } from '../preferences/given-reasons.ts';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';
import { COUNTED_REQUESTS } from './counted-requests.sql.ts';

export type FreeText = GivenReason & {
  readonly texts: Readonly<Record<string, string>> | null;
};

/** One page of what those who left a campaign said in their own words, in the order of their requests (F5). */
export async function freeTextsOfCampaign(
  sql: Sql,
  campaignId: string,
  page: { first: number; after: string | null },
): Promise<Listed<FreeText>> {
  const rows = await sql.rows<FreeText>(
    `WITH q AS (${COUNTED_REQUESTS})
     SELECT g.request_id AS "requestId", g.reason, g.text, g.language, g.given_at AS "givenAt", l.texts
     FROM q JOIN given_reason g ON g.request_id = q.id LEFT JOIN leave_reason l ON l.id::text = g.reason
     WHERE g.text IS NOT NULL AND ($2::uuid IS NULL OR q.id > $2) ORDER BY q.id LIMIT $3`,
    [campaignId, page.after, page.first + 1],
  );
  return listedOf(rows, page.first);
}
