import type { LedgerEvent } from '../ledger/ledger-event.entity.ts';
import type { Sql } from '../sql.ts';
import { LEDGER_COLUMNS } from './ledger.ts';

/** A place in the order in which ledger events became visible: after the event (tx, id). Both are whole numbers. */
export interface ChangesPosition {
  readonly tx: string;
  readonly id: string;
}

export type Change = LedgerEvent & {
  readonly tx: string;
  /** Of its request; null of an event about something else. */
  readonly accountId: string | null;
};

const LAST_ID = '9223372036854775807';

/** The position after everything that is visible for good now. What commits later, however slow it was, comes after it. */
export async function changesFromNow(sql: Sql): Promise<ChangesPosition> {
  const [row] = await sql.rows<{ tx: string }>(
    `SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text AS tx`,
  );
  return { tx: row!.tx, id: LAST_ID };
}

/**
 * Up to `limit` ledger events after a position, of all organisations, in order. Only events of transactions older than
 * every one that still runs: so nothing can appear before what was read already (migration 009).
 */
export async function changesAfter(
  sql: Sql,
  after: ChangesPosition,
  limit: number,
): Promise<Change[]> {
  return sql.rows(
    `SELECT ${LEDGER_COLUMNS}, (SELECT q.account_id FROM opt_out_request q WHERE q.id = e.request_id) AS "accountId", e.tx::text FROM ledger_event e
     WHERE (e.tx, e.id) > ($1::xid8, $2::bigint) AND e.tx < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY e.tx, e.id LIMIT $3`,
    [after.tx, after.id, limit],
  );
}

/** Below zero where `a` comes before `b`. */
export function comparePositions(a: ChangesPosition, b: ChangesPosition): number {
  return compare(BigInt(a.tx), BigInt(b.tx)) || compare(BigInt(a.id), BigInt(b.id));
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
