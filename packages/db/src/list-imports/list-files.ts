import { createHash } from 'node:crypto';
import type { NamedActor } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** What a chunk of a file holds: a row of the database that is neither many nor large. */
const CHUNK_BYTES = 1024 * 1024;

export interface ListFileInfo {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: Buffer;
  readonly uploadedBy: string;
}

/**
 * Keeps a file as it comes in, chunk by chunk; one that breaks off is kept by nobody and goes with the next purge.
 * `too-large`: it is more than `limit` bytes. `empty`: there is nothing in it.
 */
export async function storeListFile(
  sql: Sql,
  file: {
    readonly organisationId: string;
    readonly name: string;
    readonly by: NamedActor;
    readonly limit: number;
    readonly now: Date;
  },
  bytes: AsyncIterable<Buffer>,
): Promise<ListFileInfo | { refused: 'too-large' | 'empty' }> {
  const [{ id } = { id: '' }] = await sql.rows<{ id: string }>(
    `INSERT INTO list_file (organisation_id, name, uploaded_at, uploaded_by_kind, uploaded_by)
     VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [file.organisationId, file.name, file.now, file.by.kind, file.by.name],
  );
  const hash = createHash('sha256');
  let [size, n] = [0, 0];
  for await (const chunk of inChunks(bytes)) {
    size += chunk.length;
    if (size > file.limit) {
      await sql.rows('DELETE FROM list_file WHERE id = $1', [id]);
      return { refused: 'too-large' };
    }
    hash.update(chunk);
    await sql.rows('INSERT INTO list_file_chunk (file_id, n, bytes) VALUES ($1, $2, $3)', [
      id,
      n,
      chunk,
    ]);
    n += 1;
  }
  if (size === 0) {
    await sql.rows('DELETE FROM list_file WHERE id = $1', [id]);
    return { refused: 'empty' };
  }
  const sha256 = hash.digest();
  await sql.rows('UPDATE list_file SET size = $2, sha256 = $3 WHERE id = $1', [id, size, sha256]);
  return { id, name: file.name, size, sha256, uploadedBy: file.by.name };
}

/** A file of this organisation that came in whole; null where there is none. */
export async function findListFile(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<ListFileInfo | null> {
  const [row] = await sql.rows<ListFileInfo & { size: string }>(
    `SELECT id, name, size::float8 AS size, sha256, uploaded_by AS "uploadedBy" FROM list_file
     WHERE id = $1 AND organisation_id = $2 AND sha256 IS NOT NULL`,
    [id, organisationId],
  );
  return row ?? null;
}

/** The bytes of a file from its first, a chunk at a time. */
export async function* readListFile(sql: Sql, id: string): AsyncGenerator<Buffer> {
  for (let n = 0; ; n += 1) {
    const [row] = await sql.rows<{ bytes: Buffer }>(
      'SELECT bytes FROM list_file_chunk WHERE file_id = $1 AND n = $2',
      [id, n],
    );
    if (row === undefined) return;
    yield row.bytes;
  }
}

async function* inChunks(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of bytes) {
    waiting.push(piece);
    length += piece.length;
    while (length >= CHUNK_BYTES) {
      const all = Buffer.concat(waiting);
      yield all.subarray(0, CHUNK_BYTES);
      waiting = [all.subarray(CHUNK_BYTES)];
      length = all.length - CHUNK_BYTES;
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}
