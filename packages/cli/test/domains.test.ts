import { createOrganisation, maySendFrom } from '@adieu/db';
import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { Command } from 'commander';
import { TypeID } from 'typeid-js';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addDomainsCommand } from '../src/commands/domains.ts';

let test: TestDatabase;
let organisationId: string;
const said: string[] = [];

async function domains(...args: string[]): Promise<string> {
  said.length = 0;
  const program = new Command('adieu').exitOverride();
  addDomainsCommand(program);
  await program.parseAsync(['domains', ...args], { from: 'user' });
  return said.join('\n');
}

beforeAll(async () => {
  test = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', test.url);
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  organisationId = await createOrganisation(test.db.sql, { name: 'Nordlys' });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await test?.close();
});

it('gives a domain to an organisation, lists it, and takes it away (Q-8)', async () => {
  const organisation = TypeID.fromUUID('org', organisationId).toString();
  const may = () => maySendFrom(test.db.sql, organisationId, 'news@mail.nordlys.se');
  expect(await domains()).toBe('no domain is anybody’s yet');
  await domains('assign', 'Nordlys.se', '--organisation', organisation);
  expect(await may()).toBe(true);
  expect(await domains('list')).toBe(`nordlys.se  ${organisation}  Nordlys  (OPERATOR)`);
  await domains('take-away', 'nordlys.se');
  expect(await may()).toBe(false);
});

it('gives nobody a public suffix, nor anything to an organisation that is none', async () => {
  const nobody = TypeID.fromUUID('org', '01900000-0000-7000-8000-000000000001').toString();
  await expect(domains('assign', 'co.uk', '--organisation', nobody)).rejects.toThrow(/nobody’s/);
  await expect(domains('assign', 'other.se', '--organisation', nobody)).rejects.toThrow(
    /no organisation/,
  );
});
