import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialiseKeyRing } from '@adieu/keys';
import { createTestDatabase, seed, type TestDatabase } from '@adieu/testkit';
import { Command } from 'commander';
import { TypeID } from 'typeid-js';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { addAdminCommands } from '../src/commands/admin.ts';

let test: TestDatabase;
let folder: string;
let book: string;
const said: string[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'adieu-import-'));
  vi.stubEnv('DATABASE_URL', test.url);
  for (const out of ['log', 'error'] as const)
    vi.spyOn(console, out).mockImplementation((line: string) => void said.push(line));
  const org = await seed(test.db);
  book = TypeID.fromUUID('book', org.newsletterId).toString();
  const keys = join(folder, 'keys.json');
  await writeFile(keys, serialiseKeyRing(org.ring));
  vi.stubEnv('KEYS_FILE', keys);
});
beforeEach(() => void said.splice(0));
afterAll(async () => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await test?.close();
  await rm(folder, { recursive: true, force: true });
});

async function runImport(content: string | Buffer, ...options: string[]): Promise<void> {
  const file = join(folder, 'list.csv');
  await writeFile(file, content);
  const program = new Command('adieu').exitOverride();
  addAdminCommands(program);
  const args = ['import', file, '--book', book, '--data', folder, ...options];
  await program.parseAsync(args, { from: 'user' });
}

const contacts = () =>
  test.db.sql.rows(
    'SELECT address FROM book_address k JOIN recipient r ON r.id = k.recipient_id ORDER BY 1',
  );

it('imports no list that speaks of leaving before somebody said what it means (F10)', async () => {
  const csv =
    'email,status\nanna@example.test,UNSUBSCRIBED\nbo@example.test,active\nbo@example.test,active\n\n';
  await expect(runImport(csv)).rejects.toThrow(/nothing of .* status: 1 row \(“UNSUBSCRIBED”\)/s);
  await expect(runImport(csv, '--leaving-column', 'status')).rejects.toThrow(/COLUMN=opt-outs/);
  await expect(runImport(csv, '--leaving-column', 'state=ignore')).rejects.toThrow(/no column/);
  expect(await contacts()).toEqual([]);
  await runImport(csv, '--leaving-column', 'status=opt-outs');
  expect(said).toEqual([
    'line 4: the same as line 3, which counts',
    '4 rows: 1 new, 0 known before; 0 of them stay opted out; 1 opted out by the list; 1 row said twice; 1 row blank; 0 rows not taken',
  ]);
  expect(await contacts()).toEqual([{ address: 'bo@example.test' }]);
  await runImport(csv, '--leaving-column', 'status=opt-outs');
  expect(said.at(-1)).toBe(
    '4 rows: 0 new, 1 known before; 0 of them stay opted out; 1 opted out before already; 1 row said twice; 1 row blank; 0 rows not taken',
  );
});

it('reads no name wrong: another encoding is said, or refused', async () => {
  const western = Buffer.from('email,name\njose@example.test,Jos\u00e9\n', 'latin1');
  await expect(runImport(western)).rejects.toThrow(/not UTF-8.*seems to be.*“José”.*--encoding/);
  await runImport(western, '--encoding', 'windows-1252');
  expect(said.at(-1)).toMatch(/^1 row: 1 new/);
  const [row] = await test.db.sql.rows(
    "SELECT fields ->> 'name' AS name FROM contact WHERE fields ? 'name'",
  );
  expect(row).toEqual({ name: 'José' });
});

it('does with the list of docs/lists.md what stands there', async () => {
  const text = await readFile(new URL('../../../docs/lists.md', import.meta.url), 'utf8');
  const block = (language: string) =>
    new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(text)![1]!;
  await expect(runImport(block('csv'))).rejects.toThrow(/status: 1 row \(“unsubscribed”\)/);
  const option = /--leaving-column (\S+)/.exec(block('sh'))![1]!;
  await runImport(block('csv'), '--leaving-column', option);
  expect(said.join('\n')).toBe(block('text').trim());
});

it('a row that can not be read is named, and with it why the command ends with code 1', async () => {
  await runImport('email\nnobody\nada@example.test\n');
  expect(said.join('\n')).toMatch(/line 2[^]*1 row not taken, for the reasons above: exit code 1$/);
  expect(process.exitCode).toBe(1);
});
