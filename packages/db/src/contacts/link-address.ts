import type { OptOutMethod, RequestSignal, Scope } from '@adieu/domain';
import { recordOptOut } from '../opt-out/record-opt-out.ts';
import type { Transaction } from '../sql.ts';

/**
 * Says that a contact's person has another address too, on another channel. Wishes to stop on all channels that stand
 * for one of the two go to the other at once, in the caller's transaction. `not-found` for what is not of this organisation.
 */
export async function linkAddress(
  tx: Transaction,
  input: { organisationId: string; contactId: string; recipientId: string; now: Date },
): Promise<{ linked: true } | { refused: 'not-found' }> {
  const { organisationId, contactId, recipientId, now } = input;
  const [contact] = await tx.rows<{ recipientId: string }>(
    `UPDATE contact k SET linked_recipient_id = o.id FROM recipient r, recipient o
     WHERE k.id = $2 AND r.id = k.recipient_id AND r.organisation_id = $1 AND o.id = $3 AND o.organisation_id = $1
       AND o.channel <> r.channel
     RETURNING r.id AS "recipientId"`,
    [organisationId, contactId, recipientId],
  );
  if (contact === undefined) return { refused: 'not-found' };
  const wishes = await tx.rows<{
    recipientId: string;
    kind: Scope['kind'];
    id: string;
    signal: RequestSignal;
    method: OptOutMethod;
  }>(
    `SELECT recipient_id AS "recipientId", scope_kind AS kind, scope_id AS id, signal, method FROM opt_out_request
     WHERE recipient_id IN ($1, $2) AND all_channels AND state IN ('PENDING', 'CONFIRMED') ORDER BY id`,
    [contact.recipientId, recipientId],
  );
  for (const { kind, id, signal, method, recipientId: from } of wishes) {
    const other = from === recipientId ? contact.recipientId : recipientId;
    await recordOptOut(tx, {
      target: { organisationId, recipientId: other, scope: { kind, id } },
      signal,
      method,
      actor: { kind: 'SYSTEM', name: null },
      evidence: { because: 'a wish on all channels, and the addresses were linked' },
      now,
    });
  }
  return { linked: true };
}
