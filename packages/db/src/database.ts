import pg from 'pg';
import { entityManagers } from './orm/entity-managers.ts';
import { readInBatches } from './read-in-batches.ts';
import { inTransaction, type Sql, sqlOf, type Transaction } from './sql.ts';

/** The record. `sql` and `transaction` carry the named statements, and entity managers for single rows. */
export interface Database {
  readonly sql: Sql;
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Reads more rows than fit in memory, in batches; waits while as many readers as may be are at it. */
  batches<Row extends readonly unknown[]>(
    text: string,
    values: readonly unknown[],
    size: number,
  ): AsyncGenerator<Row[]>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Connections for statements; readers of batches take up to `MOST_READERS` more. */
  readonly maxConnections?: number;
  /** Told of connections that the server dropped while idle; the pool replaces them by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** No statement of ours is longer by design; one that hangs must not hold a lock for ever. */
const STATEMENT_TIMEOUT_MS = 60_000;
/** Readers of batches last as long as whoever reads; they have connections of their own, so that no wish waits for them. */
export const MOST_READERS = 4;

/** Opens both pools. Connects lazily: a database that is away shows at the first statement, not here. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 16,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  });
  const readers = new pg.Pool({
    connectionString: options.url,
    max: MOST_READERS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  for (const each of [pool, readers]) {
    // Without a listener a connection that drops would end the process: an idle one, and one that is in use.
    each.on('error', (error) => options.onConnectionLost?.(error));
    each.on('connect', (client) => client.on('error', () => {}));
  }
  const managers = entityManagers(options.url, pool);
  return {
    sql: sqlOf(pool, managers),
    transaction: (work) => inTransaction(pool, managers, work),
    batches: (text, values, size) => readInBatches(readers, text, values, size),
    async close() {
      await Promise.all([pool.end(), readers.end()]);
    },
  };
}
