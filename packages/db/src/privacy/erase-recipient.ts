import type { Actor } from '@adieu/domain';
import { lockPerson } from '../contacts/other-addresses.ts';
import { eraseReasons } from '../ledger/erase-reasons.ts';
import type { Transaction } from '../sql.ts';

/**
 * Erases a person by one of their addresses, in the caller's transaction (G-3, GDPR Art. 17): all their addresses, names,
 * fields, preferences, evidence, the words they gave. What stays: the keyed hash of each address with its opt-outs, so that
 * a later import stays blocked; the ledger, which names nobody; consent proofs, which the law asks for. Messages that are
 * still queued find no address. `by`: an admin, for somebody who asked in another way than by their own page. Contacts with another address too, which only share one that is erased, keep the rest.
 * Repeating changes nothing.
 */
export async function eraseRecipient(
  tx: Transaction,
  recipientId: string,
  now: Date,
  by: { readonly actor: Actor; readonly reason: string | null } = BY_THEMSELVES,
): Promise<void> {
  const [known] = await tx.rows<{ organisationId: string }>(
    'SELECT organisation_id AS "organisationId" FROM recipient WHERE id = $1 AND address IS NOT NULL',
    [recipientId],
  );
  if (known === undefined) return;
  const ids = await lockPerson(tx, known.organisationId, recipientId);
  // First: why an admin erases them is written by the same statement, and stays.
  for (const id of ids) await eraseReasons(tx, { ...known, recipientId: id });
  await tx.rows(ERASE, [ids, now, by.actor.kind, by.actor.name, by.reason]);
}

const BY_THEMSELVES = { actor: { kind: 'RECIPIENT', name: null }, reason: null } as const;

const ERASE = `
  WITH gone AS (
    UPDATE recipient SET address = NULL WHERE id = ANY ($1::uuid[]) AND address IS NOT NULL
    RETURNING id, organisation_id, address_key, channel
  ), contacts AS (
    UPDATE contact k SET fields = '{}', language = NULL, removed_at = coalesce(removed_at, $2::timestamptz)
    WHERE k.id IN (SELECT contact_id FROM contact_address WHERE recipient_id = ANY ($1::uuid[])) AND NOT EXISTS (
      SELECT FROM contact_address x WHERE x.contact_id = k.id AND x.recipient_id <> ALL ($1::uuid[]))
  ), addresses AS (
    DELETE FROM contact_address WHERE recipient_id = ANY ($1::uuid[])
  ), preferences AS (
    DELETE FROM recipient_preference WHERE recipient_id = ANY ($1::uuid[])
  ), requests AS (
    UPDATE opt_out_request SET reason_text = NULL WHERE recipient_id = ANY ($1::uuid[]) AND reason_text IS NOT NULL
  ), words AS (
    DELETE FROM given_reason g USING opt_out_request q WHERE q.id = g.request_id AND q.recipient_id = ANY ($1::uuid[])
  ), evidence AS (
    DELETE FROM opt_out_evidence e USING opt_out_request q WHERE q.id = e.request_id AND q.recipient_id = ANY ($1::uuid[])
  ), returns AS (
    DELETE FROM double_opt_in WHERE recipient_id = ANY ($1::uuid[]) AND confirmed_at IS NULL
  )
  INSERT INTO ledger_event (organisation_id, at, type, recipient_id, address_key, channel, scope_kind, scope_id, actor_kind, actor,
    reason)
  SELECT organisation_id, $2::timestamptz, 'ERASED', id, address_key, channel, 'ORGANISATION', organisation_id, $3, $4, $5 FROM gone`;
