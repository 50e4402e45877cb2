import { createTestDatabase } from '@adieu/testkit';
import type { Ground } from '../src/target.ts';

/** Databases of the run's own PostgreSQL. */
export const testGround: Ground = {
  async database() {
    const database = await createTestDatabase();
    const { url: superuser, engineUrl: engine } = database;
    return { superuser, engine, close: () => database.close() };
  },
};
