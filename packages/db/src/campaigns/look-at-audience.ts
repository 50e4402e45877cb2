import type { Sql } from '../sql.ts';

/** The addresses that a draft's audience names, counted. None once it is released. */
export interface NamedAddresses {
  readonly choice: 'ONLY' | 'EXCEPT';
  readonly given: number;
  /** How many are no contacts of the book now. */
  readonly notInBook: number;
}

export async function namedAddresses(sql: Sql, campaignId: string): Promise<NamedAddresses[]> {
  return sql.rows(
    `SELECT x.choice, count(*)::int AS given, count(*) FILTER (WHERE NOT EXISTS (
       SELECT 1 FROM recipient r JOIN contact k ON k.recipient_id = r.id
       WHERE r.organisation_id = c.organisation_id AND r.channel = 'EMAIL' AND r.address_key = x.address_key
         AND k.address_book_id = c.address_book_id AND k.removed_at IS NULL))::int AS "notInBook"
     FROM campaign c JOIN campaign_address x ON x.campaign_id = c.id WHERE c.id = $1 GROUP BY 1 ORDER BY 1`,
    [campaignId],
  );
}

/**
 * How many of a marketing draft's audience are also in a book of its account that is for something else, and agreed to
 * nothing that covers this campaign, as far as is on record: no double opt-in, no recorded consent.
 */
export async function countWithoutConsent(sql: Sql, campaignId: string): Promise<number> {
  const [row] = await sql.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM campaign c
     JOIN address_book b ON b.id = c.address_book_id AND b.purpose = 'MARKETING'
     CROSS JOIN campaign_audience($1) k
     WHERE c.id = $1
       AND EXISTS (SELECT 1 FROM contact o JOIN address_book ob ON ob.id = o.address_book_id
         WHERE o.recipient_id = k.recipient_id AND o.removed_at IS NULL AND ob.account_id = c.account_id AND ob.purpose <> 'MARKETING')
       AND NOT EXISTS (SELECT 1 FROM double_opt_in_proof d
         WHERE d.recipient_id = k.recipient_id AND d.scope_id IN (c.topic_id, c.address_book_id, c.account_id))
       AND NOT EXISTS (SELECT 1 FROM consent_record d WHERE d.recipient_id = k.recipient_id
         AND d.scope_id IN (c.topic_id, c.address_book_id, c.account_id) AND d.outcome = 'RECORDED')`,
    [campaignId],
  );
  return row!.n;
}
