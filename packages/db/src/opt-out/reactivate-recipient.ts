import {
  type Purpose,
  type Reactivation,
  type ReactivationRefusal,
  refuseReactivation,
  type RequestState,
  type ScopeKind,
  type NamedActor,
} from '@adieu/domain';
import { postAll } from '../outbox/post.ts';
import type { Sql } from '../sql.ts';

/**
 * The controller brings somebody back to a service book (B1): the act with its reason, end of the suppression, LIFTED,
 * ledger, outbox; in the caller's transaction. The database accepts the lift for the recorded act alone.
 */
export async function reactivateRecipient(
  sql: Sql,
  act: {
    readonly organisationId: string;
    readonly requestId: string;
    readonly reason: string;
    readonly actor: NamedActor;
    readonly now: Date;
  },
): Promise<{ done: true } | { refused: ReactivationRefusal | 'not-found' }> {
  const { organisationId, requestId, reason, actor, now } = act;
  // The same lock as an opt-out, and like it before any other: whichever commits first is seen by the other.
  await sql.rows(
    `SELECT 1 FROM opt_out_request q JOIN recipient r ON r.id = q.recipient_id
     WHERE q.id = $1 AND q.organisation_id = $2 FOR NO KEY UPDATE OF r`,
    [requestId, organisationId],
  );
  const [request] = await sql.rows<{
    state: RequestState;
    purpose: Purpose;
    scopeKind: ScopeKind;
    reactivation: Reactivation;
  }>(
    `SELECT q.state, q.purpose, q.scope_kind AS "scopeKind", o.reactivation FROM opt_out_request q
     JOIN opt_out_policy o ON o.owner_id = q.policy_owner_id AND o.purpose = q.purpose AND o.version = q.policy_version
     WHERE q.id = $1 AND q.organisation_id = $2 FOR UPDATE OF q`,
    [requestId, organisationId],
  );
  if (request === undefined) return { refused: 'not-found' };
  const refused = refuseReactivation(request, reason);
  if (refused !== null) return { refused };
  const [row] = await sql.rows<{ id: string }>(
    'INSERT INTO controller_reactivation (request_id, at, actor, reason) VALUES ($1, $2, $3, $4) RETURNING id',
    [requestId, now, actor.name, reason],
  );
  await sql.rows(LIFT, [requestId]);
  await sql.rows(CLOSE, [
    requestId,
    now,
    actor.name,
    reason,
    JSON.stringify({ reactivationId: row!.id }),
    actor.kind,
  ]);
  await postAll(sql, [{ kind: 'opt-out.closed', requestId }]);
  return { done: true };
}

const LIFT = `
  DELETE FROM suppression s USING opt_out_request q
  WHERE q.id = $1 AND s.request_id = q.id AND s.address_key = q.address_key AND s.channel = q.channel
    AND s.scope_id = q.scope_id`;

const CLOSE = `
  WITH lifted AS (UPDATE opt_out_request SET state = 'LIFTED' WHERE id = $1 RETURNING *)
  INSERT INTO ledger_event (organisation_id, at, type, request_id, recipient_id, address_key, channel, scope_kind, scope_id,
    signal, method, policy_version, old_state, new_state, actor_kind, actor, reason, detail)
  SELECT organisation_id, $2, 'LIFTED', id, recipient_id, address_key, channel, scope_kind, scope_id, signal, method,
    policy_version, 'CONFIRMED', 'LIFTED', $6, $3, $4, $5::jsonb FROM lifted`;
