import { importReason, type ListImportCounts } from '@adieu/domain';
import type { DatabaseAccess } from '../database.ts';
import { despiteDeadlocks } from '../contacts/despite-deadlocks.ts';
import type { Sql, Transaction } from '../sql.ts';
import { findListImport, type ListImport, ownerOfImport } from './list-imports.ts';
import { mergeOptOuts } from './merge-opt-outs.ts';
import { besideOthers } from './turns.ts';

export interface ListChunk {
  readonly n: number;
  readonly fromBucket: number;
  readonly beforeBucket: number;
  readonly addresses: number;
}

export async function chunksOf(sql: Sql, importId: string): Promise<ListChunk[]> {
  return sql.rows(
    `SELECT n, from_bucket AS "fromBucket", before_bucket AS "beforeBucket", addresses::int FROM list_import_chunk
     WHERE import_id = $1 ORDER BY n`,
    [importId],
  );
}

/** Notes what the import would do; it waits for a member. */
export async function keepCounts(
  sql: Sql,
  importId: string,
  counts: Partial<ListImportCounts>,
  now: Date,
): Promise<void> {
  await sql.rows(
    `UPDATE list_import SET state = 'COUNTED', counts = counts || $2::jsonb, changed_at = $3 WHERE id = $1 AND state = 'MAPPED'`,
    [importId, JSON.stringify(counts), now],
  );
}

/** What became of the addresses of a chunk; `refused`: rows that turned out not to be taken. */
export type ChunkCounts = Partial<Omit<ListImportCounts, 'rejected'>> & {
  readonly refused?: number;
};

export type ChunkWork = (
  tx: Transaction,
  list: ListImport,
  chunk: ListChunk,
) => Promise<ChunkCounts | { readonly failed: string }>;

/**
 * Carries out the next chunk of a running import, in one transaction with the mark that it is done: a kill at any instant leaves
 * it done or not begun. Two at once take two chunks. `none`: nothing is left, or it is not running any more.
 */
export async function carryOutChunk(
  db: DatabaseAccess,
  list: ListImport,
  work: ChunkWork,
): Promise<'done' | 'none' | { failed: string }> {
  return despiteDeadlocks(db, async (tx) => {
    await besideOthers(tx, list.id);
    // Shared: chunks at once go on beside each other, and a cancellation waits for those that have begun.
    const running = await tx.rows(
      `SELECT 1 FROM list_import WHERE id = $1 AND state = 'RUNNING' FOR SHARE`,
      [list.id],
    );
    if (running.length === 0) return 'none';
    const [chunk] = await tx.rows<ListChunk>(
      `SELECT n, from_bucket AS "fromBucket", before_bucket AS "beforeBucket", addresses::int FROM list_import_chunk
       WHERE import_id = $1 AND counts IS NULL ORDER BY n LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [list.id],
    );
    if (chunk === undefined) return 'none';
    const counts = await work(tx, list, chunk);
    if ('failed' in counts) return counts;
    await tx.rows('UPDATE list_import_chunk SET counts = $3 WHERE import_id = $1 AND n = $2', [
      list.id,
      chunk.n,
      JSON.stringify(counts),
    ]);
    return 'done';
  });
}

/** Opts the addresses of a chunk out. */
export function optOutChunk(now: Date): ChunkWork {
  return async (tx, list, { fromBucket, beforeBucket, addresses }) => {
    const merged = await mergeOptOuts(tx, {
      importId: list.id,
      organisationId: list.organisationId,
      scope: { kind: list.scopeKind, id: list.scopeId },
      fromBucket,
      beforeBucket,
      actor: { kind: list.askedByKind, name: list.askedBy },
      reason: importReason(list.fileName),
      now,
    });
    if ('refused' in merged) return { failed: merged.refused };
    const { fresh, written } = merged;
    return {
      fresh,
      known: written - fresh,
      out: merged.addresses - written,
      repeated: addresses - merged.addresses,
    };
  };
}

const SUMMED = [
  'fresh',
  'known',
  'out',
  'repeated',
  'leaving',
] as const satisfies readonly (keyof ListImportCounts)[];

// What no chunk counts stays as it was: of contacts, who was said twice is known before there are chunks.
const FINISH = `
  WITH became AS (
    SELECT count(*) FILTER (WHERE counts IS NULL) AS open, coalesce(sum((counts ->> 'refused')::bigint), 0) AS refused,
      jsonb_strip_nulls(jsonb_build_object(${SUMMED.map((key) => `'${key}', sum((counts ->> '${key}')::bigint)`).join(', ')})) AS counts
    FROM list_import_chunk WHERE import_id = $1
  ), finished AS (
  UPDATE list_import i SET state = 'FINISHED', changed_at = $2, ended_at = $2, counts = i.counts || b.counts || jsonb_build_object(
    'accepted', coalesce((i.counts ->> 'accepted')::bigint, 0) - b.refused, 'rejected', coalesce((i.counts ->> 'rejected')::bigint, 0) + b.refused)
  FROM became b WHERE i.id = $1 AND i.state = 'RUNNING' AND b.open = 0 RETURNING i.id, i.organisation_id
  )
  INSERT INTO webhook_notice (id, organisation_id, at, list_import_id)
  SELECT nextval('ledger_event_id_seq'), f.organisation_id, $2, f.id FROM finished f
  WHERE f.organisation_id IN (SELECT e.organisation_id FROM webhook_endpoint e
    WHERE e.types = '{}' OR 'import.finished' = ANY (e.types))`;

/** Ends an import all of whose chunks are done, with what became of all of them. */
export async function finishListImport(sql: Sql, importId: string, now: Date): Promise<void> {
  await sql.rows(FINISH, [importId, now]);
}

/** Takes away staged rows of an import that has ended; gives how many. Repeat until it gives none. */
export async function clearStaged(sql: Sql, importId: string, limit: number): Promise<number> {
  const rows = await sql.rows(
    `DELETE FROM list_import_row t WHERE t.ctid = ANY (ARRAY(
       SELECT r.ctid FROM list_import_row r JOIN list_import i ON i.id = r.import_id
       WHERE r.import_id = $1 AND i.ended_at IS NOT NULL LIMIT $2)) RETURNING 1`,
    [importId, limit],
  );
  return rows.length;
}

/** An import, whosever it is, for the worker; null where there is none (any more). */
export async function listImportToAdvance(sql: Sql, importId: string): Promise<ListImport | null> {
  const organisationId = await ownerOfImport(sql, importId);
  return organisationId === null ? null : findListImport(sql, organisationId, importId);
}
