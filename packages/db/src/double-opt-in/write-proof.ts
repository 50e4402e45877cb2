import { DOCUMENT_VERSION, proofDocument, type ProofFacts } from '@adieu/messages';
import { createHash } from 'node:crypto';
import type { Sql } from '../sql.ts';

/**
 * Writes the proof of a double opt-in that was just confirmed, in the caller's transaction: every fact of both steps (D-2),
 * the SHA-256 of the printable page made of them (D-3), and the ledger event that seals that hash. Gives the proof's id.
 */
export async function writeProof(
  sql: Sql,
  confirmation: {
    readonly doubleOptInId: string;
    readonly origin: string | null;
    readonly userAgent: string | null;
    readonly now: Date;
  },
): Promise<string> {
  const { doubleOptInId, origin, userAgent, now } = confirmation;
  const [facts] = await sql.rows<ProofFacts>(FACTS, [doubleOptInId, now, origin, userAgent]);
  const { id, organisationName, accountName } = facts!;
  const sha256 = createHash('sha256').update(proofDocument(facts!)).digest();
  await sql.rows(WRITE, [
    doubleOptInId,
    id,
    now,
    origin,
    userAgent,
    organisationName,
    accountName,
    DOCUMENT_VERSION,
    sha256,
    JSON.stringify({ doubleOptInId, proofId: id, documentSha256: sha256.toString('hex') }),
  ]);
  return id;
}

const FACTS = `
  SELECT uuidv7() AS id, o.name AS "organisationName", a.name AS "accountName", r.address, d.channel,
    d.scope_kind AS "scopeKind", d.scope_id AS "scopeId", d.scope_name AS "scopeName", d.language, d.declaration,
    d.declaration_version AS "declarationVersion", d.form_url AS "formUrl", d.mail_message_id AS "mailMessageId",
    d.exchange, d.requested_at AS "requestedAt", d.requested_origin AS "requestedOrigin",
    d.requested_user_agent AS "requestedUserAgent", $2::timestamptz AS "confirmedAt", $3::text AS "confirmedOrigin",
    $4::text AS "confirmedUserAgent"
  FROM double_opt_in d
  JOIN recipient r ON r.id = d.recipient_id
  JOIN organisation o ON o.id = d.organisation_id
  JOIN account a ON a.id = d.account_id
  WHERE d.id = $1`;

const WRITE = `
  WITH proof AS (
    INSERT INTO double_opt_in_proof (id, double_opt_in_id, organisation_id, recipient_id, list_id, address_key, channel,
      scope_kind, scope_id, scope_name, address, language, declaration, declaration_version, form_url, mail_message_id,
      requested_at, requested_origin, requested_user_agent, confirmed_at, confirmed_origin, confirmed_user_agent,
      organisation_name, account_name, document_version, document_sha256, exchange)
    SELECT $2, d.id, d.organisation_id, d.recipient_id, d.list_id, d.address_key, d.channel, d.scope_kind, d.scope_id,
      d.scope_name, r.address, d.language, d.declaration, d.declaration_version, d.form_url, d.mail_message_id,
      d.requested_at, d.requested_origin, d.requested_user_agent, $3, $4, $5, $6, $7, $8, $9, d.exchange
    FROM double_opt_in d JOIN recipient r ON r.id = d.recipient_id WHERE d.id = $1 RETURNING *
  )
  INSERT INTO ledger_event (organisation_id, at, type, recipient_id, address_key, channel, scope_kind, scope_id, actor_kind,
    detail)
  SELECT organisation_id, confirmed_at, 'DOUBLE_OPT_IN_CONFIRMED', recipient_id, address_key, channel, scope_kind, scope_id,
    'RECIPIENT', $10::jsonb FROM proof`;
