import type pg from 'pg';
import Cursor from 'pg-cursor';

/**
 * Rows of a statement as arrays, `size` at a time, by a server-side cursor: while a batch is worked on the next one is read, so
 * two are in memory. One statement is one snapshot, however long it is read. Stopping early ends its connection. `begin`: what
 * its transaction begins with, where that says more.
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
  const read = async (): Promise<Row[]> => cursor.read(size);
  try {
    let next = read();
    for (;;) {
      const rows = await next;
      isAtEnd = rows.length === 0;
      if (isAtEnd) break;
      next = read();
      // Told where it is awaited; whoever stops before that does not ask.
      next.catch(() => {});
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
