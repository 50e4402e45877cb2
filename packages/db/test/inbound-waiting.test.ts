import { createTestDatabase, type Seed, seed, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listInbound, readMailBacklog } from '../src/index.ts';

const NOW = new Date('2026-05-04T08:00:00.000Z');
let test: TestDatabase;
let org: Seed;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test?.close());

const fill = (count: number, state: string, organisationId: string | null): Promise<unknown> =>
  test.db.sql.rows(
    `INSERT INTO inbound_message (channel, source, provider_id, raw, sent_at, received_at, changed_at, state, outcome, parked_because, organisation_id)
     SELECT 'EMAIL', 'fill', gen_random_uuid()::text, '', $3, $3, $3, $1, CASE $1 WHEN 'UNDERSTOOD' THEN 'NOTHING' END, CASE $1 WHEN 'PARKED' THEN 'NO_SENDER' END, $4
     FROM generate_series(1, $2::int)`,
    [state, count, NOW, organisationId],
  );

/** Pages that the database looks at for a page of it; what is cached counts as well. */
async function looksAt(ask: () => Promise<unknown>): Promise<number> {
  const before = await looked();
  await ask();
  return (await looked()) - before;
}
async function looked(): Promise<number> {
  const { sql } = test.db;
  await sql.rows('SELECT pg_stat_force_next_flush()');
  const [row] = await sql.rows<{ n: number }>(
    `SELECT (coalesce(heap_blks_hit, 0) + coalesce(heap_blks_read, 0) + coalesce(idx_blks_hit, 0) + coalesce(idx_blks_read, 0))::int AS n
     FROM pg_statio_user_tables WHERE relname = 'inbound_message'`,
  );
  return row!.n;
}

it('one that waits is found at once behind a hundred thousand that do not, and a page of a hundred thousand that wait', async () => {
  const { organisationId } = org;
  const page = { states: ['PARKED'], channel: 'EMAIL', first: 20, after: null } as const;
  for (const whose of [organisationId, null]) {
    await fill(1, 'PARKED', whose);
    await fill(50_000, 'UNDERSTOOD', whose);
  }
  await test.db.sql.rows('ANALYZE inbound_message');
  for (const whose of [organisationId, null]) {
    let listed: Awaited<ReturnType<typeof listInbound>> | undefined;
    const pages = await looksAt(async () => {
      listed = await listInbound(test.db.sql, whose, page);
    });
    expect(listed!.rows).toHaveLength(1);
    expect(pages).toBeLessThan(100);
  }
  await fill(100_000, 'PARKED', null);
  await test.db.sql.rows('ANALYZE inbound_message');
  const pages = await looksAt(() => listInbound(test.db.sql, null, page));
  expect(pages).toBeLessThan(200);
  const { parked } = await readMailBacklog(test.db.sql, NOW);
  expect(parked).toEqual([{ because: 'NO_SENDER', count: 100_002 }]);
});
