import type { Sql } from '../sql.ts';

/**
 * How many of a marketing draft's audience asked to sign up for it and have not confirmed, with nothing else on record that
 * covers it: no double opt-in, no recorded consent, no place in a marketing book that they had before they asked. Whoever is
 * named by hand is asked for anything of the account.
 */
export async function countUnconfirmed(sql: Sql, campaignId: string): Promise<number> {
  const [row] = await sql.rows<{ n: number }>(UNCONFIRMED, [campaignId]);
  return row!.n;
}

// Begins with the few who wait, materialised: so that a book of a million is looked through once.
const UNCONFIRMED = `
  WITH waiting AS MATERIALIZED (
    SELECT d.recipient_id FROM campaign_way w
    JOIN double_opt_in d ON d.account_id = w.account_id AND d.confirmed_at IS NULL AND d.superseded_at IS NULL
    WHERE w.campaign_id = $1 AND w.purpose = 'MARKETING'
      AND (w.address_book_id IS NULL OR d.scope_id IN (w.topic_id, w.address_book_id, w.account_id, w.organisation_id))
      AND NOT EXISTS (SELECT 1 FROM double_opt_in_proof p WHERE p.recipient_id = d.recipient_id
        AND p.scope_id IN (d.scope_id, w.topic_id, w.address_book_id, w.account_id, w.organisation_id))
      AND NOT EXISTS (SELECT 1 FROM consent_record x WHERE x.recipient_id = d.recipient_id AND x.outcome = 'RECORDED'
        AND x.scope_id IN (d.scope_id, w.topic_id, w.address_book_id, w.account_id))
      -- The gate stops these by themselves.
      AND NOT EXISTS (SELECT 1 FROM suppression s
        WHERE s.address_key = d.address_key AND s.channel = d.channel AND s.list_id = w.list_id
          AND s.scope_id IN (w.topic_id, w.address_book_id, w.account_id, w.organisation_id))
      AND NOT EXISTS (SELECT 1 FROM book_address k
        JOIN contact c ON c.id = k.contact_id AND c.created_at < d.requested_at
        JOIN address_book b ON b.id = k.address_book_id AND b.account_id = w.account_id AND b.purpose = 'MARKETING'
        WHERE k.recipient_id = d.recipient_id AND (w.address_book_id IS NULL OR b.id = w.address_book_id))
  )
  SELECT count(DISTINCT k.recipient_id)::int AS n
  FROM campaign_audience($1) k WHERE k.recipient_id IN (SELECT recipient_id FROM waiting)`;
