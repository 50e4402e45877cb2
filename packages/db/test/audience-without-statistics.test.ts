import { createTestDatabase, seed, type Seed, seedSms, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audienceCountries, audienceReaders, countAudience, type Sql } from '../src/index.ts';

const COUNT = 200;
/** The contact, its address and recipient, what the gate looks up for it, and what says whose each of these is. */
const ROWS_FOR_EACH = 40;
const now = new Date('2026-12-01T11:00:00.000Z');
let test: TestDatabase;
let org: Seed;
let campaignId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  const numbers = Array.from({ length: COUNT }, (_, i) => `+4673${String(1_000_000 + i)}`);
  campaignId = await seedSms(test, org, { count: COUNT, numbers, now });
});
afterAll(() => test?.close());

/** How many rows a transaction of the organisation's has read of all tables. */
async function rowsRead(ask: (sql: Sql) => Promise<unknown>): Promise<number> {
  return test.db.ofTenant(org.organisationId).transaction(async (tx) => {
    await ask(tx);
    const [row] = await tx.rows<{ n: number }>(
      'SELECT sum(seq_tup_read + idx_tup_fetch)::int AS n FROM pg_stat_xact_user_tables',
    );
    return row!.n;
  });
}

describe('a book that was just loaded, of which PostgreSQL has no statistics yet, is read once by its organisation (A2)', () => {
  it.each([
    ['to count it', (sql: Sql) => countAudience(sql, campaignId, now)],
    ['for the countries of its numbers', (sql: Sql) => audienceCountries(sql, campaignId, now)],
    ['for its readers', (sql: Sql) => audienceReaders(sql, campaignId, { most: 1_000, now })],
  ] as const)('%s', async (_what, ask) => {
    const [analysed] = await test.db.sql.rows(
      "SELECT 1 FROM pg_class WHERE relname = 'contact' AND reltuples >= 0",
    );
    expect(analysed).toBeUndefined();
    expect(await rowsRead(ask)).toBeLessThan(COUNT * ROWS_FOR_EACH);
  });
});
