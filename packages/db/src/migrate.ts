import { MikroORM } from '@mikro-orm/postgresql';
import { mikroOrmConfig } from './mikro-orm.config.ts';

/** Brings the schema up to date; gives the names of the migrations that ran. Safe to repeat and to run twice at once. */
export async function migrate(url: string): Promise<string[]> {
  const orm = await MikroORM.init(mikroOrmConfig(url));
  try {
    return await orm.em.fork().transactional(async (em) => {
      // Two processes that start together must not both apply the same migration.
      await em.execute('SELECT pg_advisory_xact_lock(727001)');
      const ran = await orm.migrator.up();
      return ran.map(({ name }) => name);
    });
  } finally {
    await orm.close(true);
  }
}
