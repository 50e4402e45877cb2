import type { Actor, Closing, LedgerEventType, OutboxMessage } from '@adieu/domain';
import type { Transaction } from '../sql.ts';
import { postAll } from '../outbox/post.ts';

export interface RequestClosing extends Closing {
  readonly requestId: string;
  readonly event: LedgerEventType;
  readonly reason: string | null;
}

/**
 * Writes the end of requests that the caller holds locked as PENDING: state, suppression, ledger, outbox. One set of
 * statements for one request or a thousand. Must run inside the transaction that locked them.
 */
export async function closeRequests(
  tx: Transaction,
  closings: readonly RequestClosing[],
  actor: Actor,
  now: Date,
): Promise<void> {
  if (closings.length === 0) return;
  const ids = closings.map(({ requestId }) => requestId);
  await tx.rows(
    `WITH closing AS (
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS c(id, state, event, reason)
     ), closed AS (
       UPDATE opt_out_request q SET state = c.state, decided_at = $5, decided_by_kind = $6, decided_by = $7,
         decision_reason = c.reason
       FROM closing c WHERE q.id = c.id AND q.state = 'PENDING'
       RETURNING q.*, c.event
     )
     INSERT INTO ledger_event (organisation_id, at, type, request_id, recipient_id, address_key, channel, scope_kind,
       scope_id, signal, method, policy_version, old_state, new_state, actor_kind, actor, reason)
     SELECT organisation_id, $5, event, id, recipient_id, address_key, channel, scope_kind, scope_id, signal, method,
       policy_version, 'PENDING', state, $6, $7, decision_reason FROM closed`,
    [
      ids,
      closings.map((c) => c.state),
      closings.map((c) => c.event),
      closings.map((c) => c.reason),
      now,
      actor.kind,
      actor.name,
    ],
  );
  const kept = closings.filter((c) => c.suppression === 'OPTED_OUT').map((c) => c.requestId);
  const ended = closings.filter((c) => c.suppression === null).map((c) => c.requestId);
  if (kept.length > 0) await tx.rows(KEEP, [kept]);
  if (ended.length > 0) await tx.rows(END_PAUSE, [ended]);
  // A timer's end comes from the workflow itself. Told of it by the outbox it would mostly be over and be run once more.
  if (actor.kind === 'TIMER') return;
  await postAll(
    tx,
    ids.map((requestId): OutboxMessage => ({ kind: 'opt-out.closed', requestId })),
  );
}

// By the request alone: an own list may hold a copy of what it paused (switchAccountList).
const KEEP = `
  UPDATE suppression s SET state = 'OPTED_OUT'
  FROM opt_out_request q
  WHERE q.id = ANY ($1::uuid[]) AND s.request_id = q.id AND s.state = 'PAUSED'
    AND s.address_key = q.address_key AND s.channel = q.channel`;

const END_PAUSE = `
  DELETE FROM suppression s USING opt_out_request q
  WHERE q.id = ANY ($1::uuid[]) AND s.request_id = q.id AND s.state = 'PAUSED'
    AND s.address_key = q.address_key AND s.channel = q.channel`;
