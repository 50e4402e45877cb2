import {
  createTestDatabase,
  lockAwaited,
  type Seed,
  seed,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { carryOutChunk, findListImport, stepListImport } from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test?.close());

const now = new Date('2026-06-01T10:00:00.000Z');

/** An import that runs, with chunks of which none is begun. */
async function running(chunks: number): Promise<string> {
  const [made] = await test.db.sql.rows<{ id: string }>(
    `INSERT INTO list_import (organisation_id, account_id, file_name, file_sha256, kind, scope_kind, scope_id, state, asked_by_kind,
       asked_by, asked_at, changed_at, chunks)
     VALUES ($1, $2, 'left.csv', sha256('x'), 'OPT_OUTS', 'ACCOUNT', $2, 'RUNNING', 'MEMBER', 'Eva', $3, $3, $4) RETURNING id`,
    [org.organisationId, org.accountId, now, chunks],
  );
  await test.db.sql.rows(
    `INSERT INTO list_import_chunk (import_id, n, from_bucket, before_bucket, addresses)
     SELECT $1, n, n, n + 1, 1 FROM generate_series(1, $2::int) n`,
    [made!.id, chunks],
  );
  return made!.id;
}

it('whoever cancels an import waits for the chunks that have begun, and none begins before them (I-1)', async () => {
  const importId = await running(3);
  const { organisationId } = org;
  const list = (await findListImport(test.db.sql, organisationId, importId))!;
  const begun = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const first = carryOutChunk(test.db, list, async () => {
    begun.resolve();
    await mayEnd.promise;
    return { fresh: 1 };
  });
  await begun.promise;
  const cancelled = test.db.transaction((tx) =>
    stepListImport(tx, { organisationId, importId, step: 'cancel', now }),
  );
  await lockAwaited(test.db.sql, 1);
  const second = carryOutChunk(test.db, list, async () => ({ fresh: 1 }));
  await lockAwaited(test.db.sql, 2);
  mayEnd.resolve();
  expect(await first).toBe('done');
  expect(await cancelled).toEqual({ state: 'CANCELLED' });
  expect(await second).toBe('none');
  expect(await findListImport(test.db.sql, organisationId, importId)).toMatchObject({
    state: 'CANCELLED',
    chunksDone: 1,
  });
});
