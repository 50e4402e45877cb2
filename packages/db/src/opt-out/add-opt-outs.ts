import type { Channel, DecisionRefusal, OptOutMethod, ScopeKind, NamedActor } from '@adieu/domain';
import { ensureRecipient } from '../contacts/ensure-recipients.ts';
import type { Transaction } from '../sql.ts';
import { decideRequests } from './decide-requests.ts';
import { recordOptOutEverywhere } from './record-opt-out-everywhere.ts';

export interface AddedOptOut {
  readonly requestId: string | null;
  /** Whether it was confirmed before. */
  readonly stood: boolean;
  readonly refused: DecisionRefusal | 'not-found' | 'no-opt-out' | 'exempt' | null;
}

/**
 * Opts addresses out by an admin's hand (F8), typed or in a list: each is a clear wish, in force when the caller's transaction commits. Where
 * a book's policy would have it reviewed first, the admin who adds it has done so: it is confirmed in their name. What stood
 * already stays. Gives what became of each, in the order given.
 */
export async function addOptOuts(
  tx: Transaction,
  command: {
    readonly organisationId: string;
    readonly channel: Channel;
    readonly addresses: readonly { readonly address: string; readonly addressKey: Buffer }[];
    readonly scope: { readonly kind: ScopeKind; readonly id: string };
    /** By hand, as a list says, or as another system was told. */
    readonly method: Extract<OptOutMethod, 'MANUAL' | 'IMPORT' | 'API'>;
    readonly note: string | null;
    readonly actor: NamedActor;
    readonly now: Date;
  },
): Promise<AddedOptOut[]> {
  const { organisationId, channel, scope, method, note, actor, now } = command;
  const added = new Map<string, AddedOptOut>();
  const toConfirm: string[] = [];
  // In order of key, like imports, so that two that overlap wait for each other instead of deadlocking.
  const inOrder = command.addresses.toSorted((a, b) => Buffer.compare(a.addressKey, b.addressKey));
  for (const { address, addressKey } of inOrder) {
    if (added.has(address)) continue;
    const known = { organisationId, channel, address, addressKey };
    const recorded = await recordOptOutEverywhere(tx, {
      allChannels: false,
      target: { organisationId, recipientId: await ensureRecipient(tx, known), scope },
      signal: 'CLEAR',
      method,
      actor,
      evidence: note === null ? {} : { note },
      now,
    });
    if ('refused' in recorded) {
      added.set(address, { requestId: null, stood: false, refused: recorded.refused });
      continue;
    }
    const stood = recorded.effect === 'joined' && recorded.state === 'CONFIRMED';
    added.set(address, { requestId: recorded.requestId, stood, refused: null });
    if (recorded.state === 'PENDING') toConfirm.push(recorded.requestId);
  }
  if (toConfirm.length > 0)
    await decideRequests(tx, {
      organisationId,
      requestIds: toConfirm,
      decision: 'CONFIRM',
      reason: note,
      actor,
      now,
    });
  return command.addresses.map(({ address }) => added.get(address)!);
}
