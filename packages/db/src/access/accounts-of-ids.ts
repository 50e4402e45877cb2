import type { Sql } from '../sql.ts';

/** What is of one account, by the prefix of its public ids. */
export const ACCOUNT_BOUND = [
  'account',
  'book',
  'topic',
  'campaign',
  'sender',
  'contact',
  'optout',
  'form',
  'quarantine',
  'export',
  'key',
  'endpoint',
  'delivery',
  'import',
] as const;
export type AccountBound = (typeof ACCOUNT_BOUND)[number];

/** The account that each of these is of, in their order; null where there is none. */
export async function accountsOfIds(
  sql: Sql,
  ids: readonly { readonly kind: AccountBound; readonly id: string }[],
): Promise<(string | null)[]> {
  const rows = await sql.rows<{ accountId: string | null }>(
    `SELECT CASE kind
       WHEN 'account' THEN (SELECT a.id FROM account a WHERE a.id = asked.id)
       WHEN 'book' THEN (SELECT account_id FROM address_book b WHERE b.id = asked.id)
       WHEN 'topic' THEN (SELECT account_id FROM topic t WHERE t.id = asked.id)
       WHEN 'campaign' THEN (SELECT account_id FROM campaign c WHERE c.id = asked.id)
       WHEN 'sender' THEN (SELECT account_id FROM sender s WHERE s.id = asked.id)
       WHEN 'contact' THEN (SELECT account_id FROM contact k JOIN address_book b ON b.id = k.address_book_id WHERE k.id = asked.id)
       WHEN 'optout' THEN (SELECT account_id FROM opt_out_request q WHERE q.id = asked.id)
       WHEN 'form' THEN (SELECT account_id FROM sign_up_form f JOIN address_book b ON b.id = f.address_book_id WHERE f.id = asked.id)
       WHEN 'quarantine' THEN (SELECT account_id FROM quarantine u JOIN campaign c ON c.id = u.campaign_id WHERE u.id = asked.id)
       WHEN 'export' THEN (SELECT account_id FROM audience_export e WHERE e.id = asked.id)
       WHEN 'import' THEN (SELECT account_id FROM list_import i WHERE i.id = asked.id)
       WHEN 'key' THEN (SELECT account_id FROM api_key y WHERE y.id = asked.id)
       WHEN 'endpoint' THEN (SELECT account_id FROM webhook_endpoint w WHERE w.id = asked.id)
       WHEN 'delivery' THEN (SELECT account_id FROM webhook_delivery d JOIN webhook_endpoint w ON w.id = d.endpoint_id WHERE d.id = asked.id)
     END AS "accountId"
     FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS asked(kind, id, n) ORDER BY n`,
    [ids.map(({ kind }) => kind), ids.map(({ id }) => id)],
  );
  return rows.map(({ accountId }) => accountId);
}
