import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type Options } from '@mikro-orm/postgresql';
import { MIGRATIONS } from '../migrations/index.ts';
import { ENTITIES } from './entities.ts';
import { PostgresNames } from './orm/postgres-names.ts';

/** The one place that configures MikroORM. Without `driverOptions` it has a small pool of its own. */
export function mikroOrmConfig(url: string, driverOptions?: object): Options {
  return defineConfig({
    clientUrl: url,
    ...(driverOptions && { driverOptions }),
    entities: [...ENTITIES],
    namingStrategy: PostgresNames,
    pool: { min: 0, max: 4 },
    extensions: [Migrator],
    migrations: {
      migrationsList: MIGRATIONS,
      tableName: 'migration',
      snapshot: false,
      transactional: true,
      silent: true,
    },
    schemaGenerator: {
      // The ORM's own defaults empty or delete what refers to a row that goes.
      defaultUpdateRule: 'no action',
      defaultDeleteRule: 'no action',
      // Written in SQL alone, one definition each (sql/).
      ignoreTriggers: true,
      ignoreRoutines: true,
      ignorePolicies: true,
      skipViews: [/./],
      // What the migrations keep for themselves; and a table of counted attempts, which has no key.
      skipTables: ['migration', 'sql_definition', 'double_opt_in_origin', 'sign_in_ask'],
    },
    discovery: { warnWhenNoEntities: false },
  });
}
