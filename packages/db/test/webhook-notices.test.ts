import { createTestDatabase, seed, type Seed, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  changesFromNow,
  createWebhookEndpoint,
  finishListImport,
  toldEventsAfter,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-12-01T12:00:00Z');
beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test.close());

/** An import whose chunks are all done. */
async function carriedOut(): Promise<string> {
  const [row] = await test.db.sql.rows<{ id: string }>(
    `INSERT INTO list_import (organisation_id, account_id, file_name, file_sha256, kind, scope_kind, scope_id, state, counts,
       asked_by_kind, asked_by, asked_at, changed_at, started_at)
     VALUES ($1, $2, 'left.csv', sha256('x'), 'OPT_OUTS', 'ACCOUNT', $2, 'RUNNING', '{"rows": 7, "accepted": 7}', 'KEY', 'test', $3, $3, $3)
     RETURNING id`,
    [org.organisationId, org.accountId, now],
  );
  return row!.id;
}

const noticesOf = (id: string) =>
  test.db.sql.rows('SELECT 1 FROM webhook_notice WHERE list_import_id = $1', [id]);

it('an import that ends is told of, once and in the order of the ledger, where somebody wants it (K-8, K-9)', async () => {
  const unheard = await carriedOut();
  await finishListImport(test.db.sql, unheard, now);
  expect(await noticesOf(unheard)).toEqual([]);
  await test.db.transaction((tx) =>
    createWebhookEndpoint(tx, {
      organisationId: org.organisationId,
      accountId: null,
      url: 'https://hooks.example.test/',
      description: '',
      types: ['import.finished'],
      content: 'THIN',
      seal: () => Buffer.from('sealed'),
      createdBy: 'Eva',
      now,
    }),
  );
  const from = await changesFromNow(test.db.sql);
  const id = await carriedOut();
  await finishListImport(test.db.sql, id, now);
  await finishListImport(test.db.sql, id, now);
  expect(await noticesOf(id)).toHaveLength(1);
  const whose = { organisationId: org.organisationId, accountId: org.accountId };
  await expect
    .poll(async () => (await toldEventsAfter(test.db.sql, whose, from, 100)).events, {
      timeout: 20_000,
    })
    .toMatchObject([
      {
        event: {
          source: 'IMPORT',
          at: now,
          accountId: org.accountId,
          listImportId: id,
          kind: 'OPT_OUTS',
          scopeKind: 'ACCOUNT',
          scopeId: org.accountId,
          counts: { accepted: 7 },
        },
      },
    ]);
});
