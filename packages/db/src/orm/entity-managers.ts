import { MikroORM, type SqlEntityManager } from '@mikro-orm/postgresql';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { mikroOrmConfig } from '../mikro-orm.config.ts';
import { oneStatement } from '../one-statement.ts';
import type { Statements } from '../tenant.ts';

const { DatabaseError } = pg;

/** Entity managers on connections of ours: the pool's, the one of an open transaction, or those of an organisation. */
export interface EntityManagers {
  on(client: Statements): SqlEntityManager;
}

/**
 * MikroORM is made at the first call, which takes some milliseconds and no connection: whoever runs SQL alone never
 * pays for it. It has no pool of its own, so what it does in a transaction is part of it, and nothing is to be closed.
 */
export function entityManagers(url: string, pool: pg.Pool): EntityManagers {
  let orm: MikroORM | undefined;
  return {
    on(client) {
      orm ??= new MikroORM(
        mikroOrmConfig(
          url,
          dialect(() => pool.connect()),
        ),
      );
      const em = orm.em.fork();
      if (client !== pool) em.setTransactionContext(through(client));
      return em;
    },
  };
}

/** What an entity manager takes for its transaction: all that it does goes through here. */
function through(client: Statements): Kysely<unknown> {
  return new Kysely({ dialect: dialect(async () => ({ query: client.query.bind(client) })) });
}

interface Connection extends Statements {
  readonly release?: () => void;
}

function dialect(connect: () => Promise<Connection>): PostgresDialect {
  const reserve = async (): Promise<pg.PoolClient> => {
    const client = await connect();
    const query = (text: string): Promise<pg.QueryResult> =>
      client.query(oneStatement({ text })).catch(tellNoValues);
    return { query, release: () => client.release?.() } as pg.PoolClient;
  };
  return new PostgresDialect({ pool: { connect: reserve, end: async () => {}, options: {} } });
}

/** The ORM puts the detail of an error into its message, and the detail has the values of the row: addresses too. */
function tellNoValues(error: unknown): never {
  if (error instanceof DatabaseError) error.detail = undefined;
  throw error;
}
