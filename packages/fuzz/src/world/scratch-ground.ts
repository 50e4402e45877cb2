import { startPostgres } from '@adieu/testkit/postgres';
import type { Ground } from '../target.ts';

const NAME = 'fuzz';

/** Databases of PostgreSQL servers that are started for them: outside of tests nobody shares one. */
export const scratchGround: Ground = {
  async database() {
    const postgres = await startPostgres();
    try {
      const { engine } = await postgres.createMigrated(NAME);
      return { superuser: postgres.url(NAME), engine, close: () => postgres.stop() };
    } catch (error) {
      await postgres.stop();
      throw error;
    }
  },
};
