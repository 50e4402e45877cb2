import { readFile, rm } from 'node:fs/promises';
import { writeWhole } from '../files.ts';
import { inRepository } from '../repository.ts';
import type { DemoEndpoints } from '../up/endpoints.ts';

/** Somebody who gets the newsletter in English. The README goes with them. */
const READER = 'priya.okafor@mail.example.test';

/**
 * Writes what GraphiQL opens with: the operations of the README's first round in a tab each, with the demo's ids and its
 * admin's key. The api reads it for browsers of this machine alone.
 */
export async function writeFirstRound(file: string, demo: DemoEndpoints): Promise<void> {
  const headers = { authorization: `Bearer ${demo.adminApiKey}` };
  const variables: Readonly<Record<string, object>> = {
    Gate: { address: READER, newsletter: demo.books.newsletter },
    Decline: { ids: ['optout_…'] },
  };
  const tabs = (await readOperations()).map(({ name, query }) => ({
    query,
    ...(variables[name] && { variables: JSON.stringify(variables[name], null, 2) }),
  }));
  await writeWhole(file, `${JSON.stringify({ headers, tabs }, null, 2)}\n`);
}

/** Without a demo there is nobody whose key could stand there. */
export async function removeFirstRound(file: string): Promise<void> {
  await rm(file, { force: true });
}

async function readOperations(): Promise<{ name: string; query: string }[]> {
  const text = await readFile(inRepository('packages/cli/demo/first-round.graphql'), 'utf8');
  return text.split(/\n(?=#)/).map((query) => ({
    name: /^(?:query|mutation|subscription) (\w+)/m.exec(query)![1]!,
    query,
  }));
}
