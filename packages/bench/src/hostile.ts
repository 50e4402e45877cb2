import { createCampaign } from '@adieu/db';
import { emailContent } from '@adieu/domain';
import { fromUUID } from 'typeid-js';
import { Pool } from 'undici';
import type { Scratch } from './scratch.ts';

/** More than have a process at a time. */
const AT_ONCE = 6;
/** Elements that a parser opens anew within each of many others: it takes all the time that a text has. */
const SQUARE = `<p>${Array.from({ length: 240 }, (_, i) => `<b id="${i}">`).join('')}${'</p><p>x'.repeat(20_000)}`;
const CHECK = 'mutation ($id: ID!) { checkCampaign(id: $id) { maySend } }';

/** Keeps an api busy with a campaign that is made to take long. Ending it gives how often it was looked at. */
export async function besideHostile(
  { db, seeded }: Scratch,
  origin: string,
): Promise<{ end(): Promise<number> }> {
  const draft = await createCampaign(db.sql, {
    organisationId: seeded.organisationId,
    addressBookId: seeded.newsletterId,
    topicId: null,
    name: 'hostile',
    content: emailContent({ subject: { en: 'Hello' }, html: { en: `<p>Hello</p>${SQUARE}` } }),
    createdBy: 'bench',
  });
  if ('refused' in draft) throw new Error(draft.refused);
  const id = fromUUID(draft.campaignId, 'campaign').toString();
  const client = new Pool(origin, { connections: AT_ONCE, pipelining: 1 });
  const ask = {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${seeded.adminKey}` },
    body: JSON.stringify({ query: CHECK, variables: { id } }),
  } as const;
  const over = new AbortController();
  let looks = 0;
  const asking = Array.from({ length: AT_ONCE }, async () => {
    while (!over.signal.aborted) {
      const { body } = await client.request(ask);
      const said = await body.text();
      if (!said.includes('"maySend":false'))
        throw new Error(`it was answered ${said.slice(0, 300)}`);
      looks += 1;
    }
  });
  // What fails shows when it is ended, not as nobody's rejection before.
  const asked = Promise.all(asking).then(
    () => null,
    (error: unknown) => error,
  );
  return {
    async end() {
      over.abort();
      const fault = await asked;
      await client.close();
      if (fault !== null) throw fault as Error;
      return looks;
    },
  };
}
