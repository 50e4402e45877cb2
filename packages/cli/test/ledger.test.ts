import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { lastSeal, recordOptOut } from '@adieu/db';
import { serialiseKeyRing } from '@adieu/keys';
import {
  releaseDraft,
  createTestDatabase,
  seed,
  seedContacts,
  type TestDatabase,
} from '@adieu/testkit';
import { TypeID } from 'typeid-js';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addLedgerCommands } from '../src/commands/ledger.ts';

const SCRIPT = join(import.meta.dirname, '../../../tools/verify-ledger/verify.mjs');
let test: TestDatabase;
let folder: string;
let requestId: string;
let bookId: string;
const said: string[] = [];

async function ledger(...args: string[]): Promise<void> {
  return adieu('ledger', ...args);
}

async function adieu(...args: string[]): Promise<void> {
  const program = new Command('adieu').exitOverride();
  addLedgerCommands(program);
  await program.parseAsync([...args, '--data', folder], { from: 'user' });
}

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'adieu-ledger-'));
  vi.stubEnv('DATABASE_URL', test.url);
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  const org = await seed(test.db);
  const { organisationId } = org;
  bookId = TypeID.fromUUID('book', org.newsletterId).toString();
  const keys = join(folder, 'keys.json');
  await writeFile(keys, serialiseKeyRing(org.ring));
  vi.stubEnv('KEYS_FILE', keys);
  const now = new Date();
  const campaignId = await seedContacts(test.db, org, { count: 1 });
  await test.db.transaction((sql) => releaseDraft(sql, { organisationId, campaignId, now }));
  const [message] = await test.db.sql.rows<{ id: string }>('SELECT id FROM message');
  const recorded = await recordOptOut(test.db.sql, {
    target: { messageId: message!.id, scope: 'LINK' },
    signal: 'CLEAR',
    method: 'ONE_CLICK',
    actor: { kind: 'RECIPIENT', name: null },
    evidence: {},
    now,
  });
  if ('refused' in recorded) throw new Error(recorded.refused);
  requestId = recorded.requestId;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.restoreAllMocks();
  await test?.close();
  await rm(folder, { recursive: true, force: true });
});

it('adieu ledger export writes a file that the script finds whole, verify finds what was changed (W-12, N6)', async () => {
  const file = join(folder, 'export.json');
  const id = TypeID.fromUUID('optout', requestId).toString();
  // A test that runs beside this one may have a transaction open that holds up the seal for a moment.
  while ((await lastSeal(test.db.sql)) === null)
    await ledger('export', '--request', id, '--out', file);
  expect(said.at(-1)).toBe(`1 events and 1 seals in ${file}`);
  const head = (await lastSeal(test.db.sql))!.sealHash;
  const checked = await promisify(execFile)(process.execPath, [SCRIPT, file, '--head', head]);
  expect(checked.stdout).toBe('1 events, 1 seals: whole\n');

  await ledger('verify', '--head', head);
  expect(said.at(-1)).toBe(`1 events in seals up to 1: whole; head ${head}`);
  await expect(ledger('verify', '--head', 'ab'.repeat(32))).rejects.toThrow(/the last seal is/);
  await test.db.transaction(async (sql) => {
    await sql.rows('SET LOCAL session_replication_role = replica');
    await sql.rows("UPDATE ledger_event SET method = 'API'");
  });
  await expect(ledger('verify')).rejects.toThrow(/EVENT_CHANGED in seal 1 at event 1/);
});

it('says which ids it knows, and when there is nothing of one', async () => {
  const out = join(folder, 'none.json');
  await expect(ledger('export', '--request', 'book_1', '--out', out)).rejects.toThrow(/no id of a/);
  await expect(ledger('export', '--request', 'proof_1', '--out', out)).rejects.toThrow(/not an id/);
  const nobody = TypeID.fromUUID('consent', crypto.randomUUID()).toString();
  await expect(ledger('export', '--request', nobody, '--out', out)).rejects.toThrow(/there is no/);
});

it('adieu import-consents records in bulk with one file, mails who left, and names the rows it does not take (E5, D-10)', async () => {
  const csv = join(folder, 'consents.csv');
  const evidence = join(folder, 'list.pdf');
  await writeFile(evidence, '%PDF-1.7 signed');
  await writeFile(
    csv,
    [
      'email,consent_text,source,obtained_at,language',
      'new@example.test,"Yes, please",Fair,2026-05-01,sv',
      'person-1@example.test,"Yes, please",Fair,2026-05-01T12:00:00+02:00,',
      'nobody,"Yes, please",Fair,2026-05-01,sv',
      'late@example.test,"Yes, please",Fair,1 May,sv',
      'mute@example.test,,Fair,2026-05-01,sv',
    ].join('\n'),
  );
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  await adieu('import-consents', csv, '--book', bookId, '--by', 'Eva', '--evidence', evidence);
  expect(said.at(-1)).toBe(
    '1 recorded; 1 had left before and get a mail, 0 of those got one lately; 3 rows not taken',
  );
  expect(errors.mock.calls.map(([line]) => /^line \d+/.exec(String(line))?.[0])).toEqual([
    'line 4',
    'line 5',
    'line 6',
  ]);
  process.exitCode = 0;
  const rows = await test.db.sql.rows(
    `SELECT outcome, recorded_by AS by, evidence_sha256 IS NOT NULL AS proven FROM consent_record ORDER BY outcome DESC`,
  );
  expect(rows).toEqual([
    { outcome: 'RECORDED', by: 'Eva', proven: true },
    { outcome: 'DOUBLE_OPT_IN_STARTED', by: 'Eva', proven: true },
  ]);
});
