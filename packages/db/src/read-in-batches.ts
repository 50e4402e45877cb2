import type pg from 'pg';
import Cursor from 'pg-cursor';

/**
 * Rows of a statement as arrays, `size` at a time, by a server-side cursor: the next batch is read when the last was
 * taken. One statement is one snapshot, however long it is read. Stopping early ends its connection. `begin`: what its
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
  let isAtEnd = false;
  try {
    for (;;) {
      const rows = await cursor.read(size);
      isAtEnd = rows.length === 0;
      if (isAtEnd) break;
      yield rows;
    }
    if (begin !== null) await client.query('COMMIT');
  } catch (error) {
    isAtEnd = false;
    throw error;
  } finally {
    // Closing a cursor waits for an answer, which a connection that was lost meanwhile never gives: it would be held for ever.
    client.release(!isAtEnd);
  }
}
