import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  createTestDatabase,
  seed,
  type Seed,
  type TestDatabase,
  ledgerCounts,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportLedger, type LedgerExport, sealLedger } from '../src/index.ts';

const SCRIPT = join(import.meta.dirname, '../../../tools/verify-ledger/verify.mjs');
const run = promisify(execFile);

let test: TestDatabase;
let org: Seed;
let folder: string;
const requestId = randomUUID();
const now = new Date('2026-05-04T08:00:00.000Z');

async function write(id: string, count: number, detail: object | null = null): Promise<void> {
  await test.db.sql.rows(
    `INSERT INTO ledger_event (organisation_id, at, type, request_id, address_key, channel, scope_kind, scope_id, actor_kind,
       actor, reason, detail)
     SELECT $1, $2, 'DECLINED', $3, sha256('somebody'), 'EMAIL', 'BOOK', $4, 'KEY', 'Åsa "1"', 'On call — in May', $6
     FROM generate_series(1, $5)`,
    [org.organisationId, now, id, org.newsletterId, count, detail],
  );
  await ledgerCounts(test.db.sql);
}

const exported = (): Promise<LedgerExport> =>
  exportLedger(test.db.sql, { organisationId: org.organisationId, requestId }, now);

/** What the script says of a file, and its exit code. */
async function check(file: object, ...more: string[]): Promise<{ code: number; said: string }> {
  const path = join(folder, `${randomUUID()}.json`);
  await writeFile(path, JSON.stringify(file));
  try {
    const { stdout, stderr } = await run(process.execPath, [SCRIPT, path, ...more]);
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, said: failed.stdout + failed.stderr };
  }
}

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  folder = await mkdtemp(join(tmpdir(), 'adieu-export-'));
  // Three seals; the request's events are in the first and the last.
  for (const [id, count] of [
    [requestId, 2],
    [randomUUID(), 5],
    [requestId, 1],
  ] as const) {
    await write(randomUUID(), 4);
    await write(id, count, { documentSha256: 'x', å: '€' });
    await sealLedger(test.db, now);
  }
});
afterAll(async () => {
  await test?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('an export, checked offline by the script (N6)', () => {
  it('is whole: each event leads to its seal, each seal to the one before', async () => {
    const file = await exported();
    expect(file.events.map(({ proof }) => proof?.sequence)).toEqual([1, 1, 3]);
    expect(file.seals.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    const { code, said } = await check(file, '--head', file.seals.at(-1)!.sealHash);
    expect(said).toBe('3 events, 3 seals: whole\n');
    expect(code).toBe(0);
  });

  type Change = (file: LedgerExport) => object;
  const event = (file: LedgerExport, i: number, change: object): object => ({
    ...file,
    events: file.events.map((each, n) => (n === i ? { ...each, ...change } : each)),
  });
  const seal = (file: LedgerExport, i: number, change: object): object => ({
    ...file,
    seals: file.seals.map((each, n) => (n === i ? { ...each, ...change } : each)),
  });
  const changes: [string, Change, RegExp][] = [
    [
      'an event',
      (file) => event(file, 1, { leaf: file.events[1]!.leaf.replace('DECLINED', 'CONFIRMED') }),
      /event \d+ \(CONFIRMED\) is not what was sealed in 1/,
    ],
    [
      'a path',
      (file) => event(file, 2, { proof: { ...file.events[2]!.proof!, path: [] } }),
      /is not what was sealed in 3/,
    ],
    [
      'a reason',
      (file) => event(file, 0, { reason: 'No reason at all' }),
      /the reason is not the one that was given/,
    ],
    [
      'a root',
      (file) => seal(file, 0, { merkleRoot: 'ab'.repeat(32) }),
      /seal 1 is not what its hash says/,
    ],
    [
      'a time',
      (file) => seal(file, 1, { sealedAt: '2026-05-04T09:00:00.000Z' }),
      /seal 2 is not what/,
    ],
    [
      'a link of the chain',
      (file) => seal(file, 1, { previousHash: 'ab'.repeat(32) }),
      /seal 2 does not follow seal 1/,
    ],
    [
      'a missing link',
      (file) => ({ ...file, seals: file.seals.filter(({ sequence }) => sequence !== 2) }),
      /seal 3 does not follow seal 1/,
    ],
    ['an event without proof', (file) => event(file, 0, { proof: null }), /not sealed yet/],
    [
      'a document that was not sealed',
      (file) => ({ ...file, document: { html: '<p>', sha256: 'x' } }),
      /the document is not the one/,
    ],
    ['another format', (file) => ({ ...file, format: 'other' }), /unknown format/],
    ['no events', (file) => ({ ...file, events: [] }), /no events/],
  ];
  it.each(changes)('finds %s', async (_name, change, said) => {
    const result = await check(change(await exported()));
    expect(result.said).toMatch(said);
    expect(result.said).toContain('NOT PROVEN');
    expect(result.code).toBe(1);
  });

  it('finds a head that is not the one known from elsewhere', async () => {
    expect((await check(await exported(), '--head', 'ab'.repeat(32))).code).toBe(1);
  });

  it('finds what a superuser changed in the database, and lets what was erased go', async () => {
    const tamper = (statement: string): Promise<void> =>
      test.db.transaction(async (sql) => {
        await sql.rows('SET LOCAL session_replication_role = replica');
        await sql.rows(statement, [requestId]);
      });
    await test.db.sql.rows(
      'UPDATE ledger_event SET reason = NULL, reason_salt = NULL WHERE request_id = $1',
      [requestId],
    );
    expect((await check(await exported())).code).toBe(0);
    await tamper("UPDATE ledger_event SET new_state = 'CONFIRMED' WHERE request_id = $1");
    expect((await check(await exported())).said).toMatch(/is not what was sealed in 1/);
  });

  it('says how it is used, and is short enough to be read', async () => {
    const { stdout } = await run(process.execPath, [SCRIPT, '--help']);
    expect(stdout).toContain('node verify.mjs export.json');
    const source = await readFile(SCRIPT, 'utf8');
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(80);
    expect(source.match(/from '(.*)'/g)).toEqual(["from 'node:crypto'", "from 'node:fs'"]);
  });
});
