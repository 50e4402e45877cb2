import type { AddressChoice } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** The addresses that a draft's audience names, counted. None once it is released. */
export interface NamedAddresses {
  readonly choice: AddressChoice;
  readonly given: number;
  /** How many are no contacts of the book now. */
  readonly notInBook: number;
}

export async function namedAddresses(sql: Sql, campaignId: string): Promise<NamedAddresses[]> {
  return sql.rows(
    `SELECT x.choice, count(*)::int AS given, count(*) FILTER (WHERE NOT EXISTS (
       SELECT 1 FROM recipient r JOIN book_address k ON k.recipient_id = r.id
       WHERE r.organisation_id = c.organisation_id AND r.channel = c.channel AND r.address_key = x.address_key
         AND k.address_book_id = c.address_book_id))::int AS "notInBook"
     FROM campaign c JOIN campaign_address x ON x.campaign_id = c.id WHERE c.id = $1 GROUP BY 1 ORDER BY 1`,
    [campaignId],
  );
}

/**
 * How many of a marketing draft's audience are also in a book of its account that is for something else, and agreed to
 * nothing that covers this campaign, as far as is on record: no double opt-in, no recorded consent. Heaps the four lists
 * up and counts whose bits are right: a join would be planned by how many an audience lets through, which nobody can guess.
 */
export async function countWithoutConsent(sql: Sql, campaignId: string): Promise<number> {
  const [row] = await sql.rows<{ n: number }>(WITHOUT_CONSENT, [campaignId]);
  return row!.n;
}

const WITHOUT_CONSENT = `
  WITH way AS MATERIALIZED (
    SELECT c.id, c.organisation_id, c.account_id, c.address_book_id, c.topic_id
    FROM campaign c JOIN address_book b ON b.id = c.address_book_id AND b.purpose = 'MARKETING' WHERE c.id = $1
  )
  SELECT count(*)::int AS n FROM (
    SELECT x.recipient_id FROM (
      SELECT k.recipient_id, 1 AS bit FROM campaign_audience($1) k WHERE EXISTS (SELECT 1 FROM way)
      UNION ALL
      SELECT o.recipient_id, 2 FROM book_address o WHERE o.address_book_id IN (
        SELECT b.id FROM way w JOIN address_book b ON b.account_id = w.account_id AND b.purpose <> 'MARKETING')
      UNION ALL
      SELECT d.recipient_id, 4 FROM way w JOIN double_opt_in_proof d ON d.organisation_id = w.organisation_id
      WHERE d.scope_id IN (w.topic_id, w.address_book_id, w.account_id)
      UNION ALL
      SELECT d.recipient_id, 4 FROM way w JOIN consent_record d ON d.organisation_id = w.organisation_id
      WHERE d.scope_id IN (w.topic_id, w.address_book_id, w.account_id) AND d.outcome = 'RECORDED'
    ) x GROUP BY 1 HAVING bit_or(x.bit) = 3
  ) crossing`;
