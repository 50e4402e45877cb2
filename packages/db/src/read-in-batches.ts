import type pg from 'pg';
import Cursor from 'pg-cursor';

/**
 * Rows of a statement as arrays, `size` at a time, by a server-side cursor: the next batch is read when the last was
 * taken. One statement is one snapshot, however long it is read. Stopping early closes the cursor.
 */
export async function* readInBatches<Row extends readonly unknown[]>(
  pool: pg.Pool,
  text: string,
  values: readonly unknown[],
  size: number,
): AsyncGenerator<Row[]> {
  const client = await pool.connect();
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
    client.release(failed !== undefined);
  }
}
