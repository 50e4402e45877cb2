import type { Sql } from '../sql.ts';

export interface WishesBeforeErasure {
  /** Whether they left, or asked to leave, anything of this organisation by any of their addresses. */
  readonly leftSomething: boolean;
  /** Whether they left all marketing of the whole organisation: then a list that names them anew changes nothing. */
  readonly leftAllMarketing: boolean;
}

/** What the person of these addresses has left, by the keys that stay when the addresses go. */
export async function wishesBeforeErasure(
  sql: Sql,
  recipientIds: readonly string[],
): Promise<WishesBeforeErasure> {
  const [row] = await sql.rows<WishesBeforeErasure>(
    `WITH left_scopes AS (
       SELECT s.scope_kind, s.scope_id, s.state, r.id, r.organisation_id FROM recipient r
       JOIN suppression s ON s.address_key = r.address_key AND s.channel = r.channel
       WHERE r.id = ANY ($1::uuid[]) AND (s.list_id = r.organisation_id
         OR s.list_id IN (SELECT a.id FROM account a WHERE a.organisation_id = r.organisation_id))
     )
     SELECT EXISTS (SELECT FROM left_scopes) OR EXISTS (
         SELECT FROM opt_out_request q WHERE q.recipient_id = ANY ($1::uuid[]) AND q.state = 'PENDING') AS "leftSomething",
       NOT EXISTS (SELECT FROM unnest($1::uuid[]) AS x(id) WHERE NOT EXISTS (
         SELECT FROM left_scopes l WHERE l.id = x.id AND l.scope_id = l.organisation_id)) AS "leftAllMarketing"`,
    [recipientIds],
  );
  return row!;
}
