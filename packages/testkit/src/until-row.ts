import type { Sql } from '@adieu/db';
import { until } from './until.ts';

/** Resolves when a query gives so many rows. */
export async function untilRow(
  sql: Sql,
  text: string,
  values: readonly unknown[] = [],
  count = 1,
): Promise<void> {
  await until(async () => (await sql.rows(text, values)).length >= count);
}

/** Resolves when all that follows a request was done. */
export const settled = (sql: Sql, requestId: string): Promise<void> =>
  untilRow(sql, 'SELECT 1 FROM opt_out_request WHERE id = $1 AND settled_at IS NOT NULL', [
    requestId,
  ]);

/** Resolves when so many statements on this database wait for a lock. */
export const lockAwaited = (sql: Sql, by = 1): Promise<void> =>
  untilRow(
    sql,
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    [],
    by,
  );

/**
 * Resolves when all that the ledger holds counts: no transaction that wrote to it, or began before, is open, in any database
 * of the server. What a dump brought from another server bears numbers that are yet to come here.
 */
export const ledgerCounts = (sql: Sql): Promise<void> =>
  untilRow(
    sql,
    `SELECT 1 FROM ledger_event HAVING bool_or(
       tx >= pg_snapshot_xmin(pg_current_snapshot()) AND tx < pg_snapshot_xmax(pg_current_snapshot())) IS NOT TRUE`,
  );
