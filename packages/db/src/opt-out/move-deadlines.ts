import type { Actor, ExtensibleRequest } from '@adieu/domain';
import { countryOfNumber } from '@adieu/keys';
import { inReach } from '../members/reach.sql.ts';
import { postAll } from '../outbox/post.ts';
import type { Reviewed } from '../review/review-link.ts';
import type { Transaction } from '../sql.ts';

/** Those of an organisation's requests that are there, locked, with what the domain asks of them. */
export async function lockExtensible(
  tx: Transaction,
  { organisationId, accountIds }: Reviewed,
  requestIds: readonly string[],
): Promise<(ExtensibleRequest & { readonly id: string })[]> {
  const rows = await tx.rows<
    ExtensibleRequest & { readonly id: string; readonly number: string | null }
  >(
    `SELECT q.id, q.state, q.purpose, q.received_at AS "receivedAt", q.deadline, a.country,
       CASE q.channel WHEN 'SMS' THEN r.address END AS number
     FROM opt_out_request q JOIN recipient r ON r.id = q.recipient_id LEFT JOIN account a ON a.id = q.account_id
     WHERE q.organisation_id = $1 AND q.id = ANY ($2::uuid[]) AND ${inReach('$3::uuid[]', 'q.account_id')}
     ORDER BY q.id FOR UPDATE OF q`,
    [organisationId, requestIds, accountIds],
  );
  return rows.map(({ number, ...row }) => ({
    ...row,
    numberCountry: number === null ? null : countryOfNumber(number),
  }));
}

export interface DeadlineMove {
  readonly requestId: string;
  readonly from: Date | null;
  readonly to: Date;
}

/** Moves deadlines of locked, open requests that the domain lets move, with their history; their workflows hear of it by the outbox. */
export async function moveDeadlines(
  tx: Transaction,
  moves: readonly DeadlineMove[],
  by: { readonly actor: Actor; readonly reason: string | null; readonly now: Date },
): Promise<void> {
  if (moves.length === 0) return;
  await tx.rows(
    `WITH moved AS (
       UPDATE opt_out_request q SET deadline = m.deadline FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[])
         AS m(id, deadline, was, becomes) WHERE q.id = m.id RETURNING q.*, m.was, m.becomes)
     INSERT INTO ledger_event (organisation_id, at, type, request_id, recipient_id, address_key, channel, scope_kind,
       scope_id, signal, method, policy_version, old_state, new_state, actor_kind, actor, reason, detail)
     SELECT organisation_id, $5, 'DEADLINE_MOVED', id, recipient_id, address_key, channel, scope_kind, scope_id, signal,
       method, policy_version, state, state, $6, $7, $8, jsonb_build_object('from', was, 'to', becomes) FROM moved`,
    [
      moves.map(({ requestId }) => requestId),
      moves.map(({ to }) => to),
      moves.map(({ from }) => from?.toISOString() ?? null),
      moves.map(({ to }) => to.toISOString()),
      by.now,
      by.actor.kind,
      by.actor.name,
      by.reason,
    ],
  );
  const told = moves.map(({ requestId, to }) => ({ requestId, deadline: to.toISOString() }));
  await postAll(
    tx,
    told.map((move) => ({ kind: 'opt-out.deadline-moved', ...move }) as const),
  );
}
