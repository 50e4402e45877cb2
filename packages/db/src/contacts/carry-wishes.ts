import type { OptOutMethod, RequestSignal, Scope } from '@adieu/domain';
import { decideRequests } from '../opt-out/decide-requests.ts';
import { recordOptOut } from '../opt-out/record-opt-out.ts';
import type { Transaction } from '../sql.ts';
import { isAnswered, wishesOf } from './standing-wishes.sql.ts';

interface StandingWish {
  readonly recipientId: string;
  readonly kind: Scope['kind'];
  readonly id: string;
  readonly signal: RequestSignal;
  readonly method: OptOutMethod;
  readonly allChannels: boolean;
  readonly isDecided: boolean;
}

const STANDING = `
  q.kind, q.id, q.signal, q.method, q.all_channels AS "allChannels", q.is_decided AS "isDecided"`;

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
     CROSS JOIN LATERAL (${wishesOf('mine.recipient_id')}) q
     WHERE mine.contact_id = ANY ($1::uuid[]) AND q.all_channels AND NOT ${isAnswered('other.recipient_id', 'q')}
     ORDER BY q.request_id, other.recipient_id`,
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
    `SELECT ${STANDING}, $2::uuid AS "recipientId" FROM (${wishesOf('$1::uuid')}) q ORDER BY q.request_id`,
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
  if (wishes.length === 0) return;
  const actor = { kind: 'SYSTEM', name: null } as const;
  // All at once and in order, as a switch of lists does: of several wishes each locks the account of its own.
  await tx.rows('SELECT 1 FROM account WHERE organisation_id = $1 ORDER BY id FOR SHARE', [
    organisationId,
  ]);
  for (const { recipientId, kind, id, signal, method, allChannels, isDecided } of wishes) {
    const recorded = await recordOptOut(tx, {
      target: { organisationId, recipientId, scope: { kind, id } },
      signal,
      method,
      actor,
      evidence: { because },
      now,
    });
    if ('refused' in recorded) {
      // Its book was taken out since, and takes no wishes any more: those that stand do so for their own address.
      if (recorded.refused === 'exempt') continue;
      throw new Error(`a wish could not be carried to another address: ${recorded.refused}`);
    }
    const { requestId, state } = recorded;
    if (allChannels)
      await tx.rows('UPDATE opt_out_request SET all_channels = true WHERE id = $1', [requestId]);
    // It was reviewed where it came from: a review that begins anew would end by itself, and bring its person back.
    if (isDecided && state === 'PENDING')
      await decideRequests(tx, {
        organisationId,
        requestIds: [requestId],
        decision: 'CONFIRM',
        reason: null,
        actor,
        now,
      });
  }
}
