import { asRole, ENGINE_ROLE } from '@adieu/postgres';
import { createTestDatabase } from '@adieu/testkit';
import type { Ground } from '../src/target.ts';

/** Databases of the run's own PostgreSQL. */
export const testGround: Ground = {
  async database() {
    const { url, close } = await createTestDatabase();
    return { superuser: url, engine: asRole(url, ENGINE_ROLE), close };
  },
};
