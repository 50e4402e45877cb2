import type { StoredPolicy } from './opt-out-policy.entity.ts';
import type { Sql } from '../sql.ts';
import { INSTALLATION, POLICY_FIELDS, policyInForce } from './policy-in-force.sql.ts';

export interface PolicyInForce extends StoredPolicy {
  /** The book that it is in force for; its owner may be another (`ownerKind`). */
  readonly bookId: string;
}

/** The policy in force of each of these books, whoever owns it; transactional ones have none. */
export async function policiesInForce(
  sql: Sql,
  bookIds: readonly string[],
): Promise<PolicyInForce[]> {
  return sql.rows(
    `SELECT b.id AS "bookId", ${POLICY_FIELDS}
     FROM address_book b JOIN account a ON a.id = b.account_id
     JOIN LATERAL (${policyInForce({ book: 'b.id', account: 'a.id', organisation: 'a.organisation_id', purpose: 'b.purpose' })}) o ON true
     WHERE b.id = ANY ($1::uuid[])`,
    [bookIds],
  );
}

/**
 * Every version that was ever written for a book, and for what it falls back to: its account, organisation and the installation,
 * for its purpose. The nearest owner first, of each the newest first; the very first is in force.
 */
export async function policyHistory(sql: Sql, bookId: string): Promise<StoredPolicy[]> {
  return sql.rows(
    `SELECT ${POLICY_FIELDS} FROM address_book b JOIN account a ON a.id = b.account_id
     CROSS JOIN LATERAL unnest(ARRAY[b.id, a.id, a.organisation_id, ${INSTALLATION}]) WITH ORDINALITY chain (owner, rank)
     JOIN opt_out_policy o ON o.owner_id = chain.owner AND o.purpose = b.purpose
     WHERE b.id = $1 ORDER BY chain.rank, o.version DESC`,
    [bookId],
  );
}

/** The policy that each of these requests was judged by, in that very version. */
export async function policiesOfRequests(
  sql: Sql,
  requestIds: readonly string[],
): Promise<(StoredPolicy & { readonly requestId: string })[]> {
  return sql.rows(
    `SELECT q.id AS "requestId", ${POLICY_FIELDS} FROM opt_out_request q
     JOIN opt_out_policy o ON o.owner_id = q.policy_owner_id AND o.purpose = q.purpose AND o.version = q.policy_version
     WHERE q.id = ANY ($1::uuid[])`,
    [requestIds],
  );
}
