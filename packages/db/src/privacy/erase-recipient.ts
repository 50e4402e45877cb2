import { lockPerson } from '../contacts/other-addresses.ts';
import { eraseReasons } from '../ledger/erase-reasons.ts';
import { recordOptOutEverywhere } from '../opt-out/record-opt-out-everywhere.ts';
import type { OptOutCommand } from '../opt-out/record-opt-out.ts';
import type { Transaction } from '../sql.ts';
import { wishesBeforeErasure } from './wishes-before-erasure.ts';

export interface Erasure {
  readonly recipientId: string;
  readonly now: Date;
  /** Whether they leave all marketing too. Who had left anything does in any case. */
  readonly leaveAllMarketing?: boolean;
  /** An admin, for somebody who asked in another way than by their own page. */
  readonly by?: Eraser;
}

interface Eraser {
  readonly actor: OptOutCommand['actor'];
  readonly reason: string | null;
}

/**
 * Erases a person by one of their addresses, in the caller's transaction (G-3, GDPR Art. 17): all their addresses, names,
 * fields, preferences, what they wrote to us, evidence and its files, the words they gave and those that were written about them. What stays: the
 * keyed hash of each address with its opt-outs; the ledger, which names nobody; consents and their proofs, which the law
 * asks for. Who had left anything leaves all marketing by it: a list that names them anew would know nothing of a topic
 * that they left. Who had left nothing may be written to again by such a list; the answer says which it is. Messages that
 * are still queued find no address. What they wrote and nobody has understood stays until somebody has, or its time is over: it
 * may be a wish, at another organisation. Contacts with another address too, which only share one that is erased, keep the rest.
 * Repeating changes nothing.
 */
export async function eraseRecipient(
  tx: Transaction,
  { recipientId, now, leaveAllMarketing = false, by = BY_THEMSELVES }: Erasure,
): Promise<{ readonly leftAllMarketing: boolean }> {
  const [known] = await tx.rows<{ organisationId: string; erased: boolean }>(
    'SELECT organisation_id AS "organisationId", address IS NULL AS erased FROM recipient WHERE id = $1',
    [recipientId],
  );
  if (known === undefined || known.erased) return wishesBeforeErasure(tx, [recipientId]);
  // In the order of every opt-out: accounts, then recipients.
  await tx.rows('SELECT 1 FROM account WHERE organisation_id = $1 ORDER BY id FOR SHARE', [
    known.organisationId,
  ]);
  const ids = await lockPerson(tx, known.organisationId, recipientId);
  const { leftSomething } = await wishesBeforeErasure(tx, ids);
  if (leaveAllMarketing || leftSomething) await leaveAll(tx, recipientId, known, now, by);
  await eraseMany(tx, known.organisationId, ids, now, by);
  return wishesBeforeErasure(tx, ids);
}

/** Erases addresses that the caller has locked, all of one organisation; what they left stays as it is. */
export async function eraseMany(
  tx: Transaction,
  organisationId: string,
  ids: readonly string[],
  now: Date,
  by: Eraser,
): Promise<void> {
  // First: why an admin erases them is written by the same statement, and stays.
  for (const id of ids) await eraseReasons(tx, { organisationId, recipientId: id });
  await tx.rows(ERASE_FILES, [ids]);
  await tx.rows(ERASE, [ids, now, by.actor.kind, by.actor.name, by.reason]);
}

const BY_THEMSELVES: Eraser = { actor: { kind: 'RECIPIENT', name: null }, reason: null };

async function leaveAll(
  tx: Transaction,
  recipientId: string,
  { organisationId }: { readonly organisationId: string },
  now: Date,
  { actor }: Eraser,
): Promise<void> {
  const left = await recordOptOutEverywhere(tx, {
    target: { organisationId, recipientId, scope: { kind: 'ORGANISATION', id: organisationId } },
    allChannels: true,
    signal: 'CLEAR',
    method: actor.kind === 'RECIPIENT' ? 'LINK' : 'MANUAL',
    actor,
    evidence: { path: '/d/:token' },
    now,
  });
  if ('refused' in left) throw new Error(`all marketing could not be left: ${left.refused}`);
}

/** Files that speak for consents of these alone: one that somebody else's consent rests on is theirs too, and stays. */
const ERASE_FILES = `
  UPDATE evidence_file f SET content = NULL, name = 'erased'
  WHERE f.content IS NOT NULL
    AND (f.organisation_id, f.sha256) IN (
      SELECT c.organisation_id, c.evidence_sha256 FROM consent_record c WHERE c.recipient_id = ANY ($1::uuid[]))
    AND NOT EXISTS (
      SELECT FROM consent_record c JOIN recipient r ON r.id = c.recipient_id
      WHERE c.organisation_id = f.organisation_id AND c.evidence_sha256 = f.sha256
        AND r.id <> ALL ($1::uuid[]) AND r.address IS NOT NULL)`;

const ERASE = `
  WITH gone AS (
    UPDATE recipient SET address = NULL, undeliverable_since = NULL, deliverable_since = NULL WHERE id = ANY ($1::uuid[]) AND address IS NOT NULL
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
    UPDATE opt_out_request SET reason_text = NULL, decision_reason = NULL
    WHERE recipient_id = ANY ($1::uuid[]) AND (reason_text IS NOT NULL OR decision_reason IS NOT NULL)
  ), machines AS (
    UPDATE machine_signal SET detail = '{}' WHERE recipient_id = ANY ($1::uuid[]) AND detail <> '{}'
  ), words AS (
    DELETE FROM given_reason g USING opt_out_request q WHERE q.id = g.request_id AND q.recipient_id = ANY ($1::uuid[])
  ), evidence AS (
    DELETE FROM opt_out_evidence e USING opt_out_request q WHERE q.id = e.request_id AND q.recipient_id = ANY ($1::uuid[])
  ), inbound AS (
    DELETE FROM inbound_message i USING gone g
    WHERE i.recipient_id = g.id OR (i.from_key = g.address_key AND (i.organisation_id = g.organisation_id
      OR (i.organisation_id IS NULL AND i.state NOT IN ('RECEIVED', 'PARKED'))))
  ), webhooks AS (
    UPDATE webhook_delivery SET body = NULL WHERE recipient_id = ANY ($1::uuid[]) AND body IS NOT NULL
  ), returns AS (
    DELETE FROM double_opt_in WHERE recipient_id = ANY ($1::uuid[]) AND confirmed_at IS NULL
  )
  INSERT INTO ledger_event (organisation_id, at, type, recipient_id, address_key, channel, scope_kind, scope_id, actor_kind, actor,
    reason)
  SELECT organisation_id, $2::timestamptz, 'ERASED', id, address_key, channel, 'ORGANISATION', organisation_id, $3, $4, $5 FROM gone`;
