import { LIST_DAYS } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** A file may be a gigabyte: a few at a time. */
const FILES = 5;

const FILES_PAST = `
  DELETE FROM list_file f WHERE f.id = ANY (ARRAY(
    SELECT f.id FROM list_file f WHERE f.uploaded_at <= $1::timestamptz - interval '${LIST_DAYS.file} days'
      AND NOT EXISTS (SELECT FROM list_import i WHERE i.file_id = f.id
        AND (i.ended_at IS NULL OR i.ended_at > $1::timestamptz - interval '${LIST_DAYS.file} days'))
    ORDER BY f.uploaded_at LIMIT $2::int FOR UPDATE SKIP LOCKED)) RETURNING 1`;

/** Takes away files that no import needs any more; gives how many. */
export async function purgeListFiles(sql: Sql, now: Date, limit: number): Promise<number> {
  return (await sql.rows(FILES_PAST, [now, Math.min(limit, FILES)])).length;
}

// Whoever does not come back to an import has nothing done by it.
const WAITED = `
  UPDATE list_import SET state = 'CANCELLED', changed_at = $1, ended_at = $1 WHERE id = ANY (ARRAY(
    SELECT id FROM list_import WHERE ended_at IS NULL AND state <> 'RUNNING'
      AND changed_at <= $1::timestamptz - interval '${LIST_DAYS.waiting} days'
    ORDER BY changed_at LIMIT $2::int FOR UPDATE SKIP LOCKED)) RETURNING 1`;

const STAGED = `
  DELETE FROM list_import_row t WHERE t.ctid = ANY (ARRAY(
    SELECT r.ctid FROM list_import i JOIN list_import_row r ON r.import_id = i.id
    WHERE i.ended_at IS NOT NULL LIMIT $1::int)) RETURNING 1`;

/** Ends imports that wait for nobody, and takes away what was staged of those that have ended; gives how many rows of both. */
export async function purgeStaged(sql: Sql, now: Date, limit: number): Promise<number> {
  const ended = await sql.rows(WAITED, [now, limit]);
  const gone = await sql.rows(STAGED, [limit]);
  return ended.length + gone.length;
}

const REMARKS = `
  DELETE FROM list_import_remark t WHERE t.ctid = ANY (ARRAY(
    SELECT m.ctid FROM list_import i JOIN list_import_remark m ON m.import_id = i.id
    WHERE i.ended_at <= $1::timestamptz - interval '${LIST_DAYS.remarks} days' LIMIT $2::int)) RETURNING 1`;

/** Takes away what was told of rows; what came of the import stays. Gives how many. */
export async function purgeListRemarks(sql: Sql, now: Date, limit: number): Promise<number> {
  return (await sql.rows(REMARKS, [now, limit])).length;
}
