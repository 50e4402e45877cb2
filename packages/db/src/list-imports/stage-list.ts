import { CHUNK_ADDRESSES, type ListImportCounts, type ListImportState } from '@adieu/domain';
import type { Json } from '../json.ts';
import type { Sql, Transaction } from '../sql.ts';
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
