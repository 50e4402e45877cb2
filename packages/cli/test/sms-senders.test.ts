import { createOrganisation } from '@adieu/db';
import { publicId } from '@adieu/domain';
import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { addSmsSendersCommand } from '../src/commands/sms-senders.ts';

let test: TestDatabase;
let organisation: string;
const said: string[] = [];

async function smsSenders(...args: string[]): Promise<string> {
  said.length = 0;
  const program = new Command('adieu').exitOverride().configureOutput({ writeErr: () => {} });
  addSmsSendersCommand(program);
  for (const command of program.commands[0]!.commands)
    command.exitOverride().configureOutput({ writeErr: () => {} });
  await program.parseAsync(['sms-senders', ...args], { from: 'user' });
  return said.join('\n');
}

beforeAll(async () => {
  test = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', test.url);
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  organisation = publicId('org', await createOrganisation(test.db.sql, { name: 'Nordlys' }));
  await createOrganisation(test.db.sql, { name: 'Rogue' });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await test?.close();
});

it('gives a short code with its keyword to an organisation, lists it, and takes it away (Q-8)', async () => {
  expect(await smsSenders()).toBe('no SMS sender is anybody’s yet');
  const rosor = ['short-code', '72080', '--keyword', 'rosor'];
  expect(await smsSenders('assign', ...rosor, '--organisation', 'Nordlys')).toBe(
    '72080 ROSOR is Nordlys’s now',
  );
  expect(await smsSenders('list')).toBe(
    `SHORT_CODE 72080 ROSOR  ${organisation}  Nordlys  (OPERATOR)`,
  );
  expect(await smsSenders('take-away', ...rosor)).toBe('72080 ROSOR is nobody’s now');
  expect(await smsSenders()).toBe('no SMS sender is anybody’s yet');
});

it('says what is wrong with what was typed', async () => {
  await expect(
    smsSenders('assign', 'number', '070-174 06 05', '--organisation', 'Nordlys'),
  ).rejects.toThrow(/country/);
  await expect(smsSenders('assign', 'pigeon', '1')).rejects.toThrow(/Allowed choices/);
});
