import { eraseReasons } from '../ledger/erase-reasons.ts';
import type { Sql } from '../sql.ts';

/**
 * Erases a person, in the caller's transaction (G-3, GDPR Art. 17): address, names, fields, preferences, evidence, the
 * words they gave. What stays: the keyed hash of the address with its opt-outs, so that a later import stays blocked; the
 * ledger, which names nobody; consent proofs, which the law asks for. Messages that are still queued find no address.
 * Repeating changes nothing.
 */
export async function eraseRecipient(sql: Sql, recipientId: string, now: Date): Promise<void> {
  const [recipient] = await sql.rows<{ organisationId: string }>(
    'SELECT organisation_id AS "organisationId" FROM recipient WHERE id = $1 AND address IS NOT NULL FOR NO KEY UPDATE',
    [recipientId],
  );
  if (recipient === undefined) return;
  await sql.rows(ERASE, [recipientId, now]);
  await eraseReasons(sql, { ...recipient, recipientId });
}

const ERASE = `
  WITH gone AS (
    UPDATE recipient SET address = NULL WHERE id = $1 RETURNING id, organisation_id, address_key, channel
  ), contacts AS (
    UPDATE contact SET fields = '{}', language = NULL, removed_at = coalesce(removed_at, $2::timestamptz) WHERE recipient_id = $1
  ), preferences AS (
    DELETE FROM recipient_preference WHERE recipient_id = $1
  ), requests AS (
    UPDATE opt_out_request SET reason_text = NULL WHERE recipient_id = $1 AND reason_text IS NOT NULL
  ), words AS (
    DELETE FROM given_reason g USING opt_out_request q WHERE q.id = g.request_id AND q.recipient_id = $1
  ), evidence AS (
    DELETE FROM opt_out_evidence e USING opt_out_request q WHERE q.id = e.request_id AND q.recipient_id = $1
  ), returns AS (
    DELETE FROM double_opt_in WHERE recipient_id = $1 AND confirmed_at IS NULL
  )
  INSERT INTO ledger_event (organisation_id, at, type, recipient_id, address_key, channel, scope_kind, scope_id, actor_kind)
  SELECT organisation_id, $2::timestamptz, 'ERASED', id, address_key, channel, 'ORGANISATION', organisation_id, 'RECIPIENT' FROM gone`;
