import { createTestDatabase, seed, type Seed, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let test: TestDatabase;
let org: Seed;
let other: Seed;
beforeAll(async () => {
  test = await createTestDatabase({ role: 'engine' });
  org = await seed(test.db);
  other = await seed(test.db, { name: 'Another' });
});
afterAll(() => test?.close());

const DENIED = /permission denied for function set_config/;
const ONE_AT_A_TIME = /cannot insert multiple commands/;
/** What somebody would write who can put SQL of their own into a statement that runs as the tenant. */
const ATTACKS = [
  ['becomes the engine within an expression', "set_config('role', 'adieu_engine', true)", DENIED],
  ['and by none', "set_config('role', 'none', false)", DENIED],
  ['names another organisation', "set_config('adieu.organisation', 'OTHER', true)", DENIED],
  [
    'runs a text that is a statement',
    "query_to_xml('RESET ROLE', true, false, '')",
    /invalid query|not allowed|read-only/,
  ],
] as const;

describe('who is held to an organisation (Q-8)', () => {
  it.each(ATTACKS)('stays so, whatever a statement holds: %s', async (_what, expression, error) => {
    const text = expression.replace('OTHER', other.organisationId);
    const db = test.db.ofTenant(org.organisationId);
    await expect(db.sql.once(`SELECT ${text}`, [])).rejects.toThrow(error);
    await expect(db.transaction((tx) => tx.rows(`SELECT ${text}`))).rejects.toThrow(error);
  });

  it('is not let out by the view of settings either', async () => {
    const { sql } = test.db.ofTenant(org.organisationId);
    const update = "UPDATE pg_settings SET setting = 'adieu_engine' WHERE name = 'role'";
    await expect(sql.once(update, [])).rejects.toThrow(DENIED);
  });

  it.each(['RESET ROLE', 'SET ROLE adieu_engine', `SET adieu.organisation = 'x'`, 'COMMIT'])(
    'is sent one statement at a time, so that none is put behind it: %s',
    async (second) => {
      const db = test.db.ofTenant(org.organisationId);
      const both = `SELECT 1 AS n; ${second}`;
      await expect(db.sql.once(both, [])).rejects.toThrow(ONE_AT_A_TIME);
      await expect(db.sql.rows(both)).rejects.toThrow(ONE_AT_A_TIME);
      await expect(db.transaction((tx) => tx.once(both, []))).rejects.toThrow(ONE_AT_A_TIME);
      await expect(db.transaction((tx) => tx.em().execute(both))).rejects.toThrow(ONE_AT_A_TIME);
      await expect(test.db.sql.once(both, [])).rejects.toThrow(ONE_AT_A_TIME);
    },
  );
});
