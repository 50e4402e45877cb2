import { MikroORM } from '@mikro-orm/postgresql';
import { MIGRATIONS } from '../migrations/index.ts';
import { mikroOrmConfig } from './mikro-orm.config.ts';
import { applyDefinitions, type Run } from './schema/apply-definitions.ts';
import { checkLayout, markBaseline } from './schema/check-layout.ts';
import { engineName, grantToEngine } from './schema/grant-to-engine.ts';
import { ensureTenantRole, grantToTenant } from './schema/grant-to-tenant.ts';

/**
 * Brings the schema up to date: migrations, then views, functions, triggers and policies. Gives the names of the migrations
 * that ran, else of what was defined anew. All in one transaction; safe to repeat and to run twice at once. Throws
 * `UnknownLayout` where this version can not go on from the database.
 *
 * `url` is that of the role that owns the tables; `engine` is the role that the processes connect as, which is granted
 * what they need. Without it they connect as the owner.
 */
export async function migrate(url: string, engine?: string): Promise<string[]> {
  const orm = await MikroORM.init(mikroOrmConfig(url));
  try {
    return await orm.em.fork().transactional(async (em) => {
      const run: Run = (text, values) => em.execute(text, [...(values ?? [])]);
      // Two processes that start together must not both apply the same migration.
      await run('SELECT pg_advisory_xact_lock(727001)');
      await checkLayout(run);
      const ran = await orm.migrator.up({ transaction: em.getTransactionContext()! });
      const names = ran.map(({ name }) => name);
      if (names.includes(MIGRATIONS[0]!.name)) await markBaseline(run);
      if (engine !== undefined) await engineName(run, engine);
      await ensureTenantRole(run, engine ?? null);
      const defined = await applyDefinitions(run);
      await grantToTenant(run);
      if (engine !== undefined) await grantToEngine(run, engine);
      return names.length > 0 ? names : defined;
    });
  } finally {
    await orm.close(true);
  }
}
