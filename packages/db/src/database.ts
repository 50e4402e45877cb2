import pg from 'pg';
import { entityManagers } from './orm/entity-managers.ts';
import { readInBatches } from './read-in-batches.ts';
import { inTransaction, type Sql, sqlOf, type Transaction } from './sql.ts';
import { beginFor, statementsFor } from './tenant.ts';

/** What somebody does with the record. `sql` and `transaction` carry the named statements, and entity managers for single rows. */
export interface DatabaseAccess {
  readonly sql: Sql;
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Reads more rows than fit in memory, in batches; waits while as many readers as may be are at it. */
  batches<Row extends readonly unknown[]>(
    text: string,
    values: readonly unknown[],
    size: number,
  ): AsyncGenerator<Row[]>;
}

/** The record, as the engine reads and writes it: all of it. */
export interface Database extends DatabaseAccess {
  /** The same for one organisation: of others' rows there is none to be read, changed or referred to (decision 046). */
  ofTenant(organisationId: string): DatabaseAccess;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Connections for statements, and as many for those of organisations; readers of batches take up to `MOST_READERS` more. */
  readonly maxConnections?: number;
  /** Told of connections that the server dropped while idle; the pool replaces them by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** No statement of ours is longer by design; one that hangs must not hold a lock for ever. */
const STATEMENT_TIMEOUT_MS = 60_000;
/** Readers of batches last as long as whoever reads; they have connections of their own, so that no wish waits for them. */
export const MOST_READERS = 4;

/** Opens the pools. Connects lazily: a database that is away shows at the first statement, not here. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const common = { connectionString: options.url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
  const ofStatements = {
    ...common,
    max: options.maxConnections ?? 16,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  };
  const pool = new pg.Pool(ofStatements);
  // Apart: a plan is made for one role, and what an organisation asks for keeps no opt-out waiting for a connection.
  const tenants = new pg.Pool({ ...ofStatements, pipeline: true });
  const readers = new pg.Pool({ ...common, max: MOST_READERS });
  const pools = [pool, tenants, readers];
  for (const each of pools) {
    // Without a listener a connection that drops would end the process: an idle one, and one that is in use.
    each.on('error', (error) => options.onConnectionLost?.(error));
    each.on('connect', (client) => client.on('error', () => {}));
  }
  const managers = entityManagers(options.url, pool);
  return {
    sql: sqlOf(pool, managers),
    transaction: (work) => inTransaction({ pool, managers, begin: 'BEGIN' }, work),
    batches: (text, values, size) => readInBatches(readers, text, values, size),
    ofTenant(organisationId) {
      const begin = beginFor(organisationId);
      return {
        sql: sqlOf(statementsFor(tenants, organisationId), managers),
        transaction: (work) => inTransaction({ pool: tenants, managers, begin }, work),
        batches: (text, values, size) => readInBatches(readers, text, values, size, begin),
      };
    },
    async close() {
      await Promise.all(pools.map((each) => each.end()));
    },
  };
}
