import type { DoubleOptInProof } from '../entities/index.ts';
import type { Sql } from '../sql.ts';

/** The consent proofs of one recipient, the newest first (D-2). */
export async function proofsOf(sql: Sql, recipientId: string): Promise<DoubleOptInProof[]> {
  return sql.rows(
    `SELECT id, double_opt_in_id AS "doubleOptInId", organisation_id AS "organisationId", recipient_id AS "recipientId",
       list_id AS "listId", address_key AS "addressKey", channel, scope_kind AS "scopeKind", scope_id AS "scopeId",
       scope_name AS "scopeName", address, language, declaration, declaration_version AS "declarationVersion",
       form_url AS "formUrl", mail_message_id AS "mailMessageId", requested_at AS "requestedAt",
       requested_origin AS "requestedOrigin", requested_user_agent AS "requestedUserAgent", confirmed_at AS "confirmedAt",
       confirmed_origin AS "confirmedOrigin", confirmed_user_agent AS "confirmedUserAgent"
     FROM double_opt_in_proof p WHERE recipient_id = $1 ORDER BY p.confirmed_at DESC`,
    [recipientId],
  );
}
