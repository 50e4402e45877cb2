import type { LedgerEvent } from '../ledger/ledger-event.entity.ts';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';

/** The columns of ledger_event `e` under the entity's names. */
export const LEDGER_COLUMNS = `
  e.id::text, organisation_id AS "organisationId", at, type, request_id AS "requestId", recipient_id AS "recipientId",
  address_key AS "addressKey", channel, scope_kind AS "scopeKind", scope_id AS "scopeId", signal, method,
  policy_version AS "policyVersion", old_state AS "oldState", new_state AS "newState", actor_kind AS "actorKind", actor,
  reason, detail`;

/** What happened to one request, in order (W-12). */
export async function ledgerOfRequest(sql: Sql, requestId: string): Promise<LedgerEvent[]> {
  return sql.rows(
    `SELECT ${LEDGER_COLUMNS} FROM ledger_event e WHERE request_id = $1 ORDER BY e.id`,
    [requestId],
  );
}

/**
 * One page of what happened to one address on one channel in one organisation, in order (D4). `after` is the id of the
 * last event seen.
 */
export async function ledgerOfAddress(
  sql: Sql,
  query: {
    readonly organisationId: string;
    readonly addressKey: Buffer;
    readonly channel: string;
    readonly first: number;
    readonly after: string | null;
  },
): Promise<Listed<LedgerEvent>> {
  const rows = await sql.rows<LedgerEvent>(
    `SELECT ${LEDGER_COLUMNS} FROM ledger_event e
     WHERE organisation_id = $1 AND address_key = $2 AND channel = $3 AND e.id > coalesce($4::bigint, 0)
     ORDER BY e.id LIMIT $5`,
    [query.organisationId, query.addressKey, query.channel, query.after, query.first + 1],
  );
  return listedOf(rows, query.first);
}
