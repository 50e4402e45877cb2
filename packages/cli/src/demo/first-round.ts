import { readFile, rm } from 'node:fs/promises';
import { writeWhole } from '../files.ts';
import { inRepository } from '../repository.ts';
import type { DemoEndpoints } from '../up/endpoints.ts';

/** Somebody who gets the newsletter in English. The README goes with them. */
const READER = 'priya.okafor@mail.example.test';
/** Who is on the left telephone of the handset. */
const MEMBER = '+46701740605';

/**
 * Writes what GraphiQL opens with: the operations of the README's first round, the demo's ids and its admin's key. The api
 * reads it for browsers of this machine alone.
 */
export async function writeFirstRound(file: string, demo: DemoEndpoints): Promise<void> {
  const opening = {
    headers: { authorization: `Bearer ${demo.adminApiKey}` },
    query: await readFile(inRepository('packages/cli/demo/first-round.graphql'), 'utf8'),
    variables: {
      address: READER,
      newsletter: demo.books.newsletter,
      ids: ['optout_…'],
      ...(demo.sms && { number: MEMBER, members: demo.sms.addressBookId }),
    },
  };
  await writeWhole(file, `${JSON.stringify(opening, null, 2)}\n`);
}

/** Without a demo there is nobody whose key could stand there. */
export async function removeFirstRound(file: string): Promise<void> {
  await rm(file, { force: true });
}
