import type { DoubleOptInProof } from './double-opt-in-proof.entity.ts';
import { MAYBE_EXPIRED } from '../consent/maybe-expired.sql.ts';
import type { Sql } from '../sql.ts';

const COLUMNS = `
  p.id, p.double_opt_in_id AS "doubleOptInId", p.organisation_id AS "organisationId", p.recipient_id AS "recipientId",
  p.list_id AS "listId", p.address_key AS "addressKey", p.channel, p.scope_kind AS "scopeKind", p.scope_id AS "scopeId",
  p.scope_name AS "scopeName", p.address, p.language, p.declaration, p.declaration_version AS "declarationVersion",
  p.form_url AS "formUrl", p.mail_message_id AS "mailMessageId", p.requested_at AS "requestedAt",
  p.requested_origin AS "requestedOrigin", p.requested_user_agent AS "requestedUserAgent", p.confirmed_at AS "confirmedAt",
  p.confirmed_origin AS "confirmedOrigin", p.confirmed_user_agent AS "confirmedUserAgent",
  p.organisation_name AS "organisationName", p.account_name AS "accountName", p.document_version AS "documentVersion",
  p.document_sha256 AS "documentSha256", p.exchange`;

/** The consent proofs of one recipient, the newest first (D-2). */
export async function proofsOf(sql: Sql, recipientId: string): Promise<DoubleOptInProof[]> {
  return sql.rows(
    `SELECT ${COLUMNS} FROM double_opt_in_proof p WHERE p.recipient_id = $1 ORDER BY p.confirmed_at DESC`,
    [recipientId],
  );
}

/** One proof of an organisation; null where it has none of this id. */
export async function findProof(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<DoubleOptInProof | null> {
  const [row] = await sql.rows<DoubleOptInProof>(
    `SELECT ${COLUMNS} FROM double_opt_in_proof p WHERE p.organisation_id = $1 AND p.id = $2`,
    [organisationId, id],
  );
  return row ?? null;
}

/**
 * Deletes proofs whose consent ended longer ago than their organisation keeps them, with the double opt-in that they stand
 * on: up to `limit` at once (G-9). Their events stay in the ledger, so no seal breaks. Gives how many went.
 */
export async function purgeProofs(sql: Sql, _now: Date, limit: number): Promise<number> {
  const rows = await sql.rows<{ addressKey: Buffer }>(
    `WITH gone AS (
       DELETE FROM double_opt_in_proof WHERE id IN (
         SELECT p.id FROM (${MAYBE_EXPIRED('double_opt_in_proof')}) p JOIN double_opt_in_proof x ON x.id = p.id
         WHERE proof_has_expired(x) LIMIT $1)
       RETURNING double_opt_in_id, address_key
     )
     DELETE FROM double_opt_in d USING gone WHERE d.id = gone.double_opt_in_id RETURNING gone.address_key AS "addressKey"`,
    [limit],
  );
  if (rows.length > 0) await sql.rows(FORGET_RETURNS, [rows.map(({ addressKey }) => addressKey)]);
  return rows.length;
}

/** What a wider opt-out gave way to was left again by then; without its proof no list could be switched with that name in it. */
const FORGET_RETURNS = `
  UPDATE suppression s SET returned_to = (
    SELECT array_agg(x.id) FROM unnest(s.returned_to) AS x(id) WHERE EXISTS (
      SELECT FROM double_opt_in_proof p WHERE p.address_key = s.address_key AND p.channel = s.channel
        AND p.scope_id = x.id AND p.requested_at >= s.since))
  WHERE s.address_key = ANY ($1::bytea[]) AND s.returned_to IS NOT NULL`;
