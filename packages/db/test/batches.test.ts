import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MOST_READERS } from '../src/database.ts';

const MANY = 'SELECT n FROM generate_series(1, 10000) n /* of batches */';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

it.each([0, 1])(
  'readers that leave after their connection was lost, or before, hold none (%i)',
  async (isLost) => {
    for (let turn = 0; turn <= MOST_READERS; turn += 1) {
      const batches = test.db.batches<[number]>(MANY, [], 100);
      expect((await batches.next()).value).toHaveLength(100);
      if (isLost)
        await test.db.sql.rows(
          `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%/* of batches */'`,
        );
      await batches.return(undefined);
    }
    let count = 0;
    for await (const batch of test.db.batches<[number]>(MANY, [], 100)) count += batch.length;
    expect(count).toBe(10_000);
  },
);
