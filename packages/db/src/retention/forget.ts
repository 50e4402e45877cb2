import { IDEMPOTENCY_KEY_DAYS } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** What is taken away when its time is over. Requests, suppressions and the ledger are none of it. */
export const FORGETTABLE = ['evidence', 'origins', 'machineSignals', 'idempotencyKeys'] as const;
export type Forgettable = (typeof FORGETTABLE)[number];

/** Rows of `table` past a retention of their organisation, the oldest first. $1 now, $2 how many at most. */
const past = (table: string, retention: string, more = 'true'): string => `
  SELECT e.* FROM organisation o CROSS JOIN LATERAL (
    SELECT x.ctid FROM ${table} x
    WHERE x.organisation_id = o.id AND x.at <= $1::timestamptz - ${retention} AND ${more}
    ORDER BY x.at LIMIT $2::int FOR UPDATE SKIP LOCKED
  ) e LIMIT $2::int`;

// An organisation that keeps no origins has those from before taken away at once.
const ORIGIN_RETENTION = `CASE WHEN o.keeps_origins THEN o.origin_retention::interval ELSE interval '0' END`;

const FORGET: Readonly<Record<Forgettable, string>> = {
  evidence: `DELETE FROM opt_out_evidence t WHERE t.ctid = ANY (ARRAY(
    ${past('opt_out_evidence', 'o.evidence_retention::interval')})) RETURNING 1`,
  origins: `UPDATE opt_out_evidence t SET origin = NULL WHERE t.ctid = ANY (ARRAY(
    ${past('opt_out_evidence', ORIGIN_RETENTION, 'x.origin IS NOT NULL')})) RETURNING 1`,
  machineSignals: `DELETE FROM machine_signal t WHERE t.ctid = ANY (ARRAY(
    ${past('machine_signal', 'o.evidence_retention::interval')})) RETURNING 1`,
  idempotencyKeys: `DELETE FROM idempotency_key t WHERE t.ctid = ANY (ARRAY(
    SELECT ctid FROM idempotency_key WHERE created_at <= $1::timestamptz - interval '${IDEMPOTENCY_KEY_DAYS} days'
    ORDER BY created_at LIMIT $2::int FOR UPDATE SKIP LOCKED)) RETURNING 1`,
};

/** Takes away up to `limit` rows whose time is over at `now`; gives how many. Repeat until it gives none. */
export async function forgetBatch(
  sql: Sql,
  what: Forgettable,
  now: Date,
  limit: number,
): Promise<number> {
  return (await sql.rows(FORGET[what], [now, limit])).length;
}
