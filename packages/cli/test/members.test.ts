import { createTestDatabase, type Seed, seed, type TestDatabase } from '@adieu/testkit';
import { publicId } from '@adieu/domain';
import { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { addMembersCommand } from '../src/commands/members-command.ts';

let test: TestDatabase;
let org: Seed;
const said: string[] = [];

async function members(...args: string[]): Promise<void> {
  const program = new Command('adieu').exitOverride();
  addMembersCommand(program);
  await program.parseAsync(['members', ...args], { from: 'user' });
}

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  vi.stubEnv('DATABASE_URL', test.url);
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
beforeEach(() => void said.splice(0));
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await test?.close();
});

const EVA = ['--name', 'Eva Lind', '--email', 'Eva@nordlys.example.test'];

it('members are invited, listed, changed and removed from a terminal (P6)', async () => {
  const account = publicId('account', org.accountId);
  await members('invite', ...EVA, '--role', 'ADMIN', '--role', `REVIEWER=${account}`);
  const [id] = /^member_\w+/.exec(said[0]!)!;
  const posted = await test.db.sql.rows(
    "SELECT 1 FROM outbox WHERE message->>'kind' = 'invitation.made'",
  );
  expect(posted).toHaveLength(1);
  // What the mail says: who runs this is no name that anybody there knows.
  const inviters = await test.db.sql.rows('SELECT invited_by AS name FROM invitation');
  expect(inviters).toEqual([{ name: 'Nordlys' }]);
  await members('list');
  expect(said.at(-1)).toBe(
    `${id}  invited  ADMIN REVIEWER=${account}  Eva Lind <eva@nordlys.example.test>`,
  );
  await members('change', id, '--role', 'AUDITOR', '--language', 'sv');
  await members('change', id, '--active', 'no');
  await members('list');
  expect(said.at(-1)).toMatch(/ inactive {2}AUDITOR {2}Eva/);
  await members('remove', id);
  said.splice(0);
  await members('list');
  expect(said).toEqual([]);
});

it('what is wrong is said, and nothing is done', async () => {
  await expect(members('invite', ...EVA, '--role', 'OPERATOR')).rejects.toThrow(
    /no role of members/,
  );
  await expect(members('invite', ...EVA, '--role', 'ADMIN=org_x')).rejects.toThrow(/account_/);
  const name = ['--name', 'Eva\u202E', '--email', 'eva@nordlys.example.test', '--role', 'ADMIN'];
  await expect(members('invite', ...name)).rejects.toThrow(/plain text/);
  await expect(members('remove', publicId('member', org.accountId))).rejects.toThrow(
    /no such member/,
  );
  await members('invite', ...EVA, '--role', 'ADMIN');
  const [id] = /^member_\w+/.exec(said[0]!)!;
  await expect(members('change', id)).rejects.toThrow(/what is to change/);
  await test.db.sql.rows('UPDATE member SET accepted_at = now()');
  await expect(members('remove', id)).rejects.toThrow(/nobody else administers/);
});
