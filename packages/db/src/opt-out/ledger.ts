import type { LedgerEvent } from '../entities/index.ts';
import type { Sql } from '../sql.ts';

const COLUMNS = `
  id::text, organisation_id AS "organisationId", at, type, request_id AS "requestId", recipient_id AS "recipientId",
  address_key AS "addressKey", channel, scope_kind AS "scopeKind", scope_id AS "scopeId", signal, method,
  policy_version AS "policyVersion", old_state AS "oldState", new_state AS "newState", actor_kind AS "actorKind", actor,
  reason, detail`;

/** What happened to one request, in order (W-12). */
export async function ledgerOfRequest(sql: Sql, requestId: string): Promise<LedgerEvent[]> {
  return sql.rows(`SELECT ${COLUMNS} FROM ledger_event e WHERE request_id = $1 ORDER BY e.id`, [
    requestId,
  ]);
}

/** What happened to one address on one channel in one organisation, in order (D4). */
export async function ledgerOfAddress(
  sql: Sql,
  query: { organisationId: string; addressKey: Buffer; channel: string },
): Promise<LedgerEvent[]> {
  return sql.rows(
    `SELECT ${COLUMNS} FROM ledger_event e WHERE organisation_id = $1 AND address_key = $2 AND channel = $3 ORDER BY e.id`,
    [query.organisationId, query.addressKey, query.channel],
  );
}
