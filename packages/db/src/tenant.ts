import pg from 'pg';

/** Who reads and writes for one organisation: row-level security holds this role to it (packages/db/sql/policies). */
export const TENANT_ROLE = 'adieu_tenant';
/** The policy by which it lets the processes' own role at every row. */
export const ENGINE_POLICY = 'engine';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Begins a transaction that is held to one organisation, in one message. */
export function beginFor(organisationId: string): string {
  if (!UUID.test(organisationId)) throw new Error('an organisation is known by its UUID');
  return `BEGIN; SET LOCAL ROLE ${TENANT_ROLE}; SET LOCAL adieu.organisation = '${organisationId}'`;
}

/** What takes statements, one transaction each: a pool, or what holds each of them to an organisation. */
export interface Statements {
  query(statement: pg.QueryConfig): Promise<pg.QueryResult>;
}

/**
 * Statements of one organisation, each a transaction of its own. Its beginning, itself and its end are sent in one go
 * (the pool's clients pipeline), so that they cost one round trip; where one fails PostgreSQL does not do the next.
 */
export function statementsFor(pool: pg.Pool, organisationId: string): Statements {
  const begin = beginFor(organisationId);
  return {
    async query(statement) {
      const client = await pool.connect();
      const sent = [client.query(begin), client.query(statement), client.query('COMMIT')] as const;
      const [begun, done, ended] = await Promise.allSettled(sent);
      client.release(ended.status === 'rejected');
      for (const step of [begun, done, ended])
        if (step.status === 'rejected') throw step.reason as Error;
      return (done as PromiseFulfilledResult<pg.QueryResult>).value;
    },
  };
}
