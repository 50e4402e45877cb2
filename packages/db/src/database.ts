import { MikroORM, type SqlEntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { ormOptions } from './orm-options.ts';
import { inTransaction, type Sql, sqlOf } from './sql.ts';

/** The record. `sql` and `transaction` carry the named statements; `em()` gives an entity manager for single rows. */
export interface Database {
  readonly sql: Sql;
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  em(): SqlEntityManager;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Connections for statements; the ORM takes up to four more. */
  readonly maxConnections?: number;
  /** Told of connections that the server dropped while idle; the pool replaces them by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** No statement of ours is longer by design; one that hangs must not hold a lock for ever. */
const STATEMENT_TIMEOUT_MS = 60_000;

/** Opens both pools. Connects lazily: a database that is away shows at the first statement, not here. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 16,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  });
  // Without a listener an idle connection that drops would end the process.
  pool.on('error', (error) => options.onConnectionLost?.(error));
  const orm = await MikroORM.init(ormOptions(options.url));
  return {
    sql: sqlOf(pool),
    transaction: (work) => inTransaction(pool, work),
    em: () => orm.em.fork(),
    async close() {
      await orm.close(true);
      await pool.end();
    },
  };
}
