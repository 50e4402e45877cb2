import type { ListImportCounts, ListImportState } from '@adieu/domain';
import { CHUNK_ADDRESSES, importReason } from '@adieu/domain';
import type { DatabaseAccess } from '../database.ts';
import { despiteDeadlocks } from '../contacts/despite-deadlocks.ts';
import type { Json } from '../json.ts';
import type { Sql, Transaction } from '../sql.ts';
import { findListImport, type ListImport, ownerOfImport } from './list-imports.ts';
import { mergeOptOuts } from './merge-opt-outs.ts';
import { type StagedRemark, type StagedRow, stageRows } from './stage-rows.ts';

/** Notes what a look at the file found; what it was overruled by meanwhile stays. */
export async function keepLook(sql: Sql, importId: string, shape: Json, now: Date): Promise<void> {
  await sql.rows(
    `UPDATE list_import SET state = 'LOOKED', shape = $2, changed_at = $3 WHERE id = $1 AND state = 'UPLOADED'`,
    [importId, JSON.stringify(shape), now],
  );
}

/** Ends an import whose file is no list, or whose scope takes none. What it did before stays done. */
export async function failListImport(
  sql: Sql,
  importId: string,
  failure: string,
  now: Date,
): Promise<void> {
  await sql.rows(
    `UPDATE list_import SET state = 'FAILED', failure = $2, changed_at = $3, ended_at = $3 WHERE id = $1 AND ended_at IS NULL`,
    [importId, failure, now],
  );
}

/** What of a list was read at once. */
export interface StagedBatch {
  /** Rows of the file before it. */
  readonly from: number;
  readonly rows: readonly StagedRow[];
  readonly remarks: readonly StagedRemark[];
  readonly read: Pick<ListImportCounts, 'rows' | 'accepted' | 'rejected' | 'blank'>;
}

/** The import's row, locked, if it still stands there: whoever cancels it waits, or this finds it so. */
async function lockAt(tx: Transaction, importId: string, state: ListImportState): Promise<boolean> {
  const rows = await tx.rows(
    'SELECT 1 FROM list_import WHERE id = $1 AND state = $2 FOR NO KEY UPDATE',
    [importId, state],
  );
  return rows.length > 0;
}

/** Forgets what was staged of an earlier reading. Before the first batch. */
export async function beginStaging(tx: Transaction, importId: string): Promise<void> {
  if (!(await lockAt(tx, importId, 'MAPPED'))) return;
  await tx.rows('DELETE FROM list_import_chunk WHERE import_id = $1', [importId]);
  await tx.rows('DELETE FROM list_import_remark WHERE import_id = $1', [importId]);
  await tx.rows('DELETE FROM list_import_row WHERE import_id = $1', [importId]);
}

/** Stages a batch, once: with it is committed how far the file was read. Gives whether it may go on. */
export async function stageBatch(
  tx: Transaction,
  importId: string,
  batch: StagedBatch,
): Promise<boolean> {
  if (!(await lockAt(tx, importId, 'MAPPED'))) return false;
  const { from, read } = batch;
  const counted = await tx.rows(
    `UPDATE list_import SET rows_read = $2::bigint + $3::bigint, counts = counts || jsonb_build_object(
       'rows', coalesce((counts ->> 'rows')::bigint, 0) + $3::bigint,
       'accepted', coalesce((counts ->> 'accepted')::bigint, 0) + $4::bigint,
       'rejected', coalesce((counts ->> 'rejected')::bigint, 0) + $5::bigint,
       'blank', coalesce((counts ->> 'blank')::bigint, 0) + $6::bigint)
     WHERE id = $1 AND rows_read = $2::bigint RETURNING 1`,
    [importId, from, read.rows, read.accepted, read.rejected, read.blank],
  );
  if (counted.length === 0) return false;
  await stageRows(tx, importId, batch);
  return true;
}

// Neighbours by bucket until there are enough of them: each chunk is a stretch of the indexes.
const SPLIT = `
  WITH bucket AS (
    SELECT bucket, count(*) AS n FROM list_import_row WHERE import_id = $1 GROUP BY bucket
  ), run AS (
    SELECT bucket, n, (sum(n) OVER (ORDER BY bucket) - 1)::bigint / $2::int AS chunk FROM bucket
  )
  INSERT INTO list_import_chunk (import_id, n, from_bucket, before_bucket, addresses)
  SELECT $1, row_number() OVER (ORDER BY chunk), min(bucket), max(bucket) + 1, sum(n) FROM run GROUP BY chunk`;

/** Tells the staged rows apart into chunks, once all of them are staged. */
export async function splitIntoChunks(tx: Transaction, importId: string): Promise<void> {
  if (!(await lockAt(tx, importId, 'MAPPED'))) return;
  await tx.rows('DELETE FROM list_import_chunk WHERE import_id = $1', [importId]);
  await tx.rows(SPLIT, [importId, CHUNK_ADDRESSES]);
  await tx.rows(
    'UPDATE list_import SET chunks = (SELECT count(*) FROM list_import_chunk WHERE import_id = $1) WHERE id = $1',
    [importId],
  );
}

/** Back to a member: columns speak of people who left. What was staged is forgotten, for none of it may be taken. */
export async function askOfLeaving(
  tx: Transaction,
  importId: string,
  shape: Json,
  now: Date,
): Promise<void> {
  await beginStaging(tx, importId);
  await tx.rows(
    `UPDATE list_import SET state = 'LOOKED', shape = $2, changed_at = $3, rows_read = 0, counts = '{}', chunks = 0
     WHERE id = $1 AND state = 'MAPPED'`,
    [importId, JSON.stringify(shape), now],
  );
}

/** Of whose plan numbers without a country are: that of the account whose list it is. */
export async function countryOfImport(sql: Sql, importId: string): Promise<string | null> {
  const [row] = await sql.rows<{ country: string | null }>(
    'SELECT a.country FROM list_import i LEFT JOIN account a ON a.id = i.account_id WHERE i.id = $1',
    [importId],
  );
  return row?.country ?? null;
}

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
