import { createOrganisation, findApiKey } from '@adieu/db';
import { publicId } from '@adieu/domain';
import { hashSecretToken } from '@adieu/keys';
import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { addKeysCommand } from '../src/commands/keys.ts';
import { addOrganisationsCommand } from '../src/commands/organisations.ts';

let test: TestDatabase;
const said: string[] = [];
const beside: string[] = [];

async function adieu(...args: string[]): Promise<string> {
  said.length = 0;
  beside.length = 0;
  const program = new Command('adieu').exitOverride();
  addKeysCommand(program);
  addOrganisationsCommand(program);
  await program.parseAsync(args, { from: 'user' });
  return said.join('\n');
}

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void beside.push(line));
});
beforeEach(async () => {
  test = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', test.url);
  return () => test.close();
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const CREATE = ['keys', 'create', '--name', 'shop', '--role', 'CAMPAIGNER'];

it('the only organisation need not be named; the secret stands alone, the id that ends the key beside it (Q-8)', async () => {
  const organisationId = await createOrganisation(test.db.sql, { name: 'Nordlys' });
  const secret = await adieu(...CREATE);
  expect(secret).toMatch(/^adieu_campaigner_\S+$/);
  const [id] = /key_\w+/.exec(beside.join('\n'))!;
  expect(await adieu('keys', 'list')).toContain(`${id}  works  CAMPAIGNER`);
  expect(await adieu('organisations')).toBe(
    `organisation  ${publicId('org', organisationId)}  Nordlys`,
  );
  expect(await adieu('keys', 'revoke', id, '--organisation', 'Nordlys')).toContain('any more');
  const found = await findApiKey(test.db.sql, hashSecretToken(secret), new Date());
  expect(found).toEqual({ refused: 'revoked' });
});

it('where there are several, what is said names them; one of another is not ended', async () => {
  for (const name of ['Nordlys', 'Fjord']) await createOrganisation(test.db.sql, { name });
  await expect(adieu(...CREATE)).rejects.toThrow(
    /several.*\n {2}org_\w+ {2}Fjord\n {2}org_\w+ {2}Nordlys/,
  );
  await expect(adieu(...CREATE, '--organisation', 'Skog')).rejects.toThrow(/no organisation Skog/);
  await adieu(...CREATE, '--organisation', 'Fjord');
  const [id] = /key_\w+/.exec(beside.join('\n'))!;
  expect(await adieu('keys', 'revoke', id, '--organisation', 'Nordlys')).toContain('or is none');
  await expect(adieu('keys', 'rotate', id, '--organisation', 'Nordlys')).rejects.toThrow(/no key/);
  expect(await adieu('keys', 'list', '--organisation', 'Fjord')).toContain('works');
});

it('where there is none yet, what is said names the way to one', async () => {
  await expect(adieu(...CREATE)).rejects.toThrow(/no organisation yet.*adieu init/);
  expect(await adieu('organisations')).toContain('adieu init');
});
