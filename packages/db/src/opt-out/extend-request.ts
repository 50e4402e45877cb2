import {
  type Actor,
  type ExtensionRefusal,
  type Purpose,
  refuseExtension,
  type RequestState,
} from '@adieu/domain';
import { postAll } from '../outbox/post.ts';
import type { Transaction } from '../sql.ts';

/** Moves the deadline of an open request; its workflow hears of it by the outbox. Runs in the caller's transaction. */
export async function extendRequest(
  tx: Transaction,
  command: {
    organisationId: string;
    requestId: string;
    deadline: Date;
    reason: string | null;
    actor: Actor;
    now: Date;
  },
): Promise<{ extended: true } | { refused: ExtensionRefusal | 'not-found' }> {
  const { organisationId, requestId, deadline, reason, actor, now } = command;
  const [request] = await tx.rows<{
    state: RequestState;
    purpose: Purpose;
    receivedAt: Date;
    deadline: Date | null;
    country: string | null;
  }>(
    `SELECT q.state, q.purpose, q.received_at AS "receivedAt", q.deadline, a.country
     FROM opt_out_request q LEFT JOIN account a ON a.id = q.account_id
     WHERE q.organisation_id = $1 AND q.id = $2 FOR UPDATE OF q`,
    [organisationId, requestId],
  );
  if (request === undefined) return { refused: 'not-found' };
  const refused = refuseExtension(request, deadline, now);
  if (refused !== null) return { refused };
  await tx.rows(
    `WITH moved AS (UPDATE opt_out_request SET deadline = $2 WHERE id = $1 RETURNING *)
     INSERT INTO ledger_event (organisation_id, at, type, request_id, recipient_id, address_key, channel, scope_kind,
       scope_id, signal, method, policy_version, old_state, new_state, actor_kind, actor, reason, detail)
     SELECT organisation_id, $3, 'DEADLINE_MOVED', id, recipient_id, address_key, channel, scope_kind, scope_id, signal,
       method, policy_version, state, state, $4, $5, $6, jsonb_build_object('from', $7::text, 'to', $8::text) FROM moved`,
    [
      requestId,
      deadline,
      now,
      actor.kind,
      actor.name,
      reason,
      request.deadline?.toISOString() ?? null,
      deadline.toISOString(),
    ],
  );
  await postAll(tx, [
    { kind: 'opt-out.deadline-moved', requestId, deadline: deadline.toISOString() },
  ]);
  return { extended: true };
}
