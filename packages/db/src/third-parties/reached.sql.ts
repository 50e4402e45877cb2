import { LIST_READ } from '../organisation/list-read.sql.ts';

/** Whose suppressions a third party sees: of the whole organisation, or all that stops something of one account. */
export interface Reach {
  readonly organisationId: string;
  readonly accountId: string | null;
}

/**
 * Where what is within reach can stand: scope and list, of an organisation ($1), or of what one account of it reads ($2; else null).
 * What was left of the whole organisation stops each account, so whoever is held to one sees it too.
 */
export const REACHED = `
  SELECT $1::uuid AS scope_id, $1::uuid AS list_id
  WHERE $2::uuid IS NULL OR NOT (SELECT keeps_own_list FROM account WHERE id = $2 AND organisation_id = $1)
  UNION ALL
  SELECT x.scope_id, x.list_id FROM account a
  CROSS JOIN LATERAL (
    SELECT $1::uuid AS scope_id, a.id AS list_id WHERE a.keeps_own_list
    UNION ALL SELECT a.id, ${LIST_READ}
    UNION ALL SELECT b.id, ${LIST_READ} FROM address_book b WHERE b.account_id = a.id
    UNION ALL SELECT t.id, ${LIST_READ} FROM topic t WHERE t.account_id = a.id
  ) x
  WHERE a.organisation_id = $1 AND ($2::uuid IS NULL OR a.id = $2)`;

/** What an account within reach can have come back to: of others nothing is told. */
export const RETURNS_REACHED = (s: string): string => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'id', x.id) ORDER BY x.nth), '[]')
   FROM unnest(${s}.returned_to) WITH ORDINALITY AS x(id, nth)
   JOIN LATERAL (
     SELECT 'ACCOUNT' AS kind, a.id AS account_id FROM account a WHERE a.id = x.id
     UNION ALL SELECT 'BOOK', b.account_id FROM address_book b WHERE b.id = x.id
     UNION ALL SELECT 'TOPIC', t.account_id FROM topic t WHERE t.id = x.id
   ) k ON $2::uuid IS NULL OR k.account_id = $2)`;

/** The address of recipient `r` where it is known to whoever asks: the account ($2) wrote to it or heard of it; null else. */
export const ADDRESS_REACHED = `
  CASE WHEN $2::uuid IS NULL
    OR EXISTS (SELECT FROM book_address k JOIN address_book b ON b.id = k.address_book_id WHERE k.recipient_id = r.id AND b.account_id = $2)
    OR EXISTS (SELECT FROM opt_out_request q WHERE q.recipient_id = r.id AND q.account_id = $2)
  THEN r.address END`;
