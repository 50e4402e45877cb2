import type { OptOutMethod, RequestSignal, Scope } from '@adieu/domain';
import { recordOptOut } from '../opt-out/record-opt-out.ts';
import type { Transaction } from '../sql.ts';

interface StandingWish {
  readonly requestId: string;
  readonly recipientId: string;
  readonly kind: Scope['kind'];
  readonly id: string;
  readonly signal: RequestSignal;
  readonly method: OptOutMethod;
  readonly allChannels: boolean;
}

const STANDING = `
  q.id AS "requestId", q.scope_kind AS kind, q.scope_id AS id, q.signal, q.method, q.all_channels AS "allChannels"`;

/** The wishes on all channels that stand for one address of a contact go to its others at once, in the caller's transaction. */
export async function carryToOtherAddresses(
  tx: Transaction,
  input: { organisationId: string; contactIds: readonly string[]; now: Date },
): Promise<void> {
  if (input.contactIds.length === 0) return;
  const wishes = await tx.rows<StandingWish>(
    `SELECT ${STANDING}, other.recipient_id AS "recipientId"
     FROM contact_address mine
     JOIN contact_address other ON other.contact_id = mine.contact_id AND other.channel <> mine.channel
     JOIN opt_out_request q ON q.recipient_id = mine.recipient_id AND q.all_channels AND q.state IN ('PENDING', 'CONFIRMED')
     -- One that stands there already is not asked for anew: its recipient may have come back to a part of it since.
     WHERE mine.contact_id = ANY ($1::uuid[]) AND NOT EXISTS (
       SELECT FROM opt_out_request s WHERE s.recipient_id = other.recipient_id AND s.scope_id = q.scope_id AND s.state = 'CONFIRMED')
     ORDER BY q.id, other.recipient_id`,
    [input.contactIds],
  );
  await carry(tx, input, wishes, 'a wish on all channels, and this is the same person’s address');
}

/** Every wish that stands for an address goes to the one that takes its place, in the caller's transaction; it stays with the old one too. */
export async function carryToNewAddress(
  tx: Transaction,
  input: { organisationId: string; from: string; to: string; now: Date },
): Promise<void> {
  const wishes = await tx.rows<StandingWish>(
    `SELECT ${STANDING}, $2::uuid AS "recipientId" FROM opt_out_request q
     WHERE q.recipient_id = $1 AND q.state IN ('PENDING', 'CONFIRMED') ORDER BY q.id`,
    [input.from, input.to],
  );
  await carry(tx, input, wishes, 'a wish of the address that this one took the place of');
}

async function carry(
  tx: Transaction,
  { organisationId, now }: { organisationId: string; now: Date },
  wishes: readonly StandingWish[],
  because: string,
): Promise<void> {
  for (const { recipientId, kind, id, signal, method, allChannels } of wishes) {
    const recorded = await recordOptOut(tx, {
      target: { organisationId, recipientId, scope: { kind, id } },
      signal,
      method,
      actor: { kind: 'SYSTEM', name: null },
      evidence: { because },
      now,
    });
    if (!('refused' in recorded)) {
      if (allChannels && recorded.effect === 'opened')
        await tx.rows('UPDATE opt_out_request SET all_channels = true WHERE id = $1', [
          recorded.requestId,
        ]);
      continue;
    }
    // Its book was taken out since, and takes no wishes any more: those that stand do so for their own address.
    if (recorded.refused === 'exempt') continue;
    throw new Error(`a wish could not be carried to another address: ${recorded.refused}`);
  }
}
