import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { lastSeal, recordOptOut, releaseCampaign } from '@adieu/db';
import { createTestDatabase, seed, seedContacts, type TestDatabase } from '@adieu/testkit';
import { TypeID } from 'typeid-js';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addLedgerCommands } from '../src/commands/ledger.ts';

const SCRIPT = join(import.meta.dirname, '../../../tools/verify-ledger/verify.mjs');
let test: TestDatabase;
let folder: string;
let requestId: string;
const said: string[] = [];

async function adieu(...args: string[]): Promise<void> {
  const program = new Command('adieu').exitOverride();
  addLedgerCommands(program);
  await program.parseAsync(['ledger', ...args, '--data', folder], { from: 'user' });
}

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'adieu-ledger-'));
  vi.stubEnv('DATABASE_URL', test.url);
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  const org = await seed(test.db);
  const { organisationId } = org;
  const now = new Date();
  const campaignId = await seedContacts(test.db, org, { count: 1 });
  await test.db.transaction((sql) => releaseCampaign(sql, { organisationId, campaignId, now }));
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
  await test?.close();
  await rm(folder, { recursive: true, force: true });
});

it('adieu ledger export writes a file that the script finds whole, verify finds what was changed (W-12, N6)', async () => {
  const file = join(folder, 'export.json');
  const id = TypeID.fromUUID('optout', requestId).toString();
  // A test that runs beside this one may have a transaction open that holds up the seal for a moment.
  while ((await lastSeal(test.db.sql)) === null)
    await adieu('export', '--request', id, '--out', file);
  expect(said.at(-1)).toBe(`1 events and 1 seals in ${file}`);
  const head = (await lastSeal(test.db.sql))!.sealHash;
  const checked = await promisify(execFile)(process.execPath, [SCRIPT, file, '--head', head]);
  expect(checked.stdout).toBe('1 events, 1 seals: whole\n');

  await adieu('verify', '--head', head);
  expect(said.at(-1)).toBe(`1 events in seals up to 1: whole; head ${head}`);
  await expect(adieu('verify', '--head', 'ab'.repeat(32))).rejects.toThrow(/the last seal is/);
  await test.db.transaction(async (sql) => {
    await sql.rows('SET LOCAL session_replication_role = replica');
    await sql.rows("UPDATE ledger_event SET method = 'API'");
  });
  await expect(adieu('verify')).rejects.toThrow(/EVENT_CHANGED in seal 1 at event 1/);
});

it('says which ids it knows, and when there is nothing of one', async () => {
  const out = join(folder, 'none.json');
  await expect(adieu('export', '--request', 'book_1', '--out', out)).rejects.toThrow(/no id of a/);
  await expect(adieu('export', '--request', 'proof_1', '--out', out)).rejects.toThrow(/not an id/);
  const nobody = TypeID.fromUUID('consent', crypto.randomUUID()).toString();
  await expect(adieu('export', '--request', nobody, '--out', out)).rejects.toThrow(/there is no/);
});
