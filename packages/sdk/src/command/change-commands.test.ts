import { Command } from 'commander';
import { afterEach, expect, it, vi } from 'vitest';
import type { Connection } from '../client/connect.ts';
import { addCampaignCommands } from './index.ts';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Runs the command against an Adieu that answers each mutation with `answer`; gives what was asked and said. */
async function run(args: readonly string[], answer: object) {
  const said = vi.spyOn(console, 'log').mockReturnValue();
  const wrong = vi.spyOn(console, 'error').mockReturnValue();
  const asked: { name: string; variables: unknown }[] = [];
  const connection: Connection = {
    url: 'https://adieu.example.test/graphql',
    ask: <Data>(document: { toString(): string }, variables: unknown) => {
      const name = /mutation \w+\([^)]*\) \{\s*(\w+)/.exec(document.toString())![1]!;
      asked.push({ name, variables });
      return Promise.resolve({ [name]: answer } as Data);
    },
  };
  const program = new Command();
  addCampaignCommands(program, () => connection);
  await program.parseAsync(['campaign', ...args], { from: 'user' });
  return {
    asked,
    said: said.mock.lastCall?.[0] as string,
    wrong: wrong.mock.lastCall?.[0] as string,
  };
}

it.each([
  ['pause', 'PAUSED'],
  ['resume', 'SENDING'],
  ['cancel', 'CANCELLED'],
] as const)('campaign %s changes one by its id and says its state', async (change, state) => {
  const answer = { __typename: 'CampaignChanged', campaign: { name: 'Spring', state } };
  const { asked, said } = await run([change, 'campaign_1'], answer);
  expect(asked).toEqual([
    { name: `${change}Campaign`, variables: { input: { id: 'campaign_1' } } },
  ]);
  expect(said).toBe(`Spring (campaign_1) is ${state}`);
});

it('what is not to be resumed is told with its code, and ends with 1', async () => {
  const message = 'This campaign is not paused.';
  const problem = { __typename: 'Conflict', code: 'NOT_PAUSED', field: 'id', message };
  const { wrong } = await run(['resume', 'campaign_1'], problem);
  expect(wrong).toBe(`adieu: campaign_1: ${message} (NOT_PAUSED)`);
  expect(process.exitCode).toBe(1);
});
