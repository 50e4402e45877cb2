import type pg from 'pg';
import Cursor from 'pg-cursor';

/**
 * Rows of a statement as arrays, `size` at a time, by a server-side cursor: the next batch is read when the last was
 * taken. One statement is one snapshot, however long it is read. Stopping early closes the cursor. `begin`: what its
 * transaction begins with, where that says more.
 */
export async function* readInBatches<Row extends readonly unknown[]>(
  pool: pg.Pool,
  text: string,
  values: readonly unknown[],
  size: number,
  begin: string | null = null,
): AsyncGenerator<Row[]> {
  const client = await pool.connect();
  try {
    if (begin !== null) await client.query(begin);
  } catch (error) {
    client.release(true);
    throw error;
  }
  const cursor = client.query(new Cursor<Row>(text, [...values], { rowMode: 'array' }));
  let failed: unknown;
  try {
    for (;;) {
      const rows = await cursor.read(size).catch((error: unknown) => {
        failed = error;
        throw error;
      });
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    if (failed === undefined) await cursor.close();
    if (failed === undefined && begin !== null) await client.query('COMMIT');
    client.release(failed !== undefined);
  }
}
