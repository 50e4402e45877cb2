import type { MachineSignalKind, ScopeKind, NamedActor } from '@adieu/domain';
import { recordOptOutEverywhere } from '../opt-out/record-opt-out-everywhere.ts';
import type { Transaction } from '../sql.ts';

export interface OpenedOfSignal {
  readonly machineSignalId: string;
  readonly requestId: string | null;
  /** `scope-needed`: the signal is about no message, and no scope was named. */
  readonly refused: 'not-found' | 'no-opt-out' | 'exempt' | 'scope-needed' | null;
}

/**
 * Makes requests of machine signals, because an admin says so: unclear ones, paused at once, decided like any other. Each
 * for itself, in the order given; one that was made a request of before gives that one again. In the caller's transaction.
 */
export async function openRequestsFromMachineSignals(
  tx: Transaction,
  command: {
    readonly organisationId: string;
    readonly machineSignalIds: readonly string[];
    /** What is left; null = what the link of each signal's own message leaves. */
    readonly scope: { readonly kind: ScopeKind; readonly id: string } | null;
    readonly note: string | null;
    readonly actor: NamedActor;
    readonly now: Date;
  },
): Promise<OpenedOfSignal[]> {
  const { organisationId, machineSignalIds, scope, note, actor, now } = command;
  // In order of recipient, so that two that overlap wait for each other instead of deadlocking.
  const signals = await tx.rows<{
    id: string;
    recipientId: string;
    messageId: string | null;
    kind: MachineSignalKind;
    sha256: string;
    requestId: string | null;
  }>(
    `SELECT id, recipient_id AS "recipientId", message_id AS "messageId", kind, encode(sha256, 'hex') AS sha256, request_id AS "requestId"
     FROM machine_signal WHERE organisation_id = $1 AND id = ANY ($2::uuid[]) ORDER BY recipient_id, id FOR UPDATE`,
    [organisationId, machineSignalIds],
  );
  const results = new Map<string, OpenedOfSignal>();
  const opened: { id: string; requestId: string }[] = [];
  for (const { id, recipientId, messageId, kind, sha256, requestId } of signals) {
    const say = (outcome: Omit<OpenedOfSignal, 'machineSignalId'>): void => {
      results.set(id, { machineSignalId: id, ...outcome });
    };
    if (requestId !== null) {
      say({ requestId, refused: null });
      continue;
    }
    if (scope === null && messageId === null) {
      say({ requestId: null, refused: 'scope-needed' });
      continue;
    }
    const recorded = await recordOptOutEverywhere(tx, {
      allChannels: false,
      target:
        scope === null
          ? { messageId: messageId!, scope: 'LINK' }
          : { organisationId, recipientId, scope },
      signal: 'UNCLEAR',
      method: 'FILTER',
      actor,
      evidence: { sha256, because: kind, ...(note !== null && { note }) },
      now,
    });
    if ('refused' in recorded) say({ requestId: null, refused: recorded.refused });
    else {
      opened.push({ id, requestId: recorded.requestId });
      say({ requestId: recorded.requestId, refused: null });
    }
  }
  await tx.rows(
    `UPDATE machine_signal s SET request_id = o.request_id
     FROM unnest($1::uuid[], $2::uuid[]) AS o(id, request_id) WHERE s.id = o.id`,
    [opened.map(({ id }) => id), opened.map(({ requestId }) => requestId)],
  );
  return [...new Set(machineSignalIds)].map(
    (id) => results.get(id) ?? { machineSignalId: id, requestId: null, refused: 'not-found' },
  );
}
