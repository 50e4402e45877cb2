import { defineConfig } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { MIGRATIONS } from '../migrations/index.ts';
import { ENTITIES } from './entities.ts';

/** The one place that configures MikroORM. */
export function mikroOrmConfig(url: string) {
  return defineConfig({
    clientUrl: url,
    entities: [...ENTITIES],
    pool: { min: 0, max: 4 },
    extensions: [Migrator],
    migrations: {
      migrationsList: MIGRATIONS,
      tableName: 'migration',
      snapshot: false,
      transactional: true,
      silent: true,
    },
    discovery: { warnWhenNoEntities: false },
  });
}
