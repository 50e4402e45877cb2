import { createAccount, createAddressBook, createApiKey } from '@adieu/db';
import { createSecretToken } from '@adieu/keys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../../src/graphql/shared/ids.ts';
import { type House, openHouse } from '../house.ts';
import { openStream } from '../stream.ts';

let house: House;
let travel: string;
let tripsId: string;
/** Of a key that is held to the second account. */
let held: string;

beforeAll(async () => {
  house = await openHouse();
  const { sql } = house.test.db;
  const { organisationId } = house.org;
  travel = await createAccount(sql, {
    organisationId,
    name: 'Travel',
    sender: { name: '', address: 'travel@nordlys.example.test' },
    defaultLanguage: 'en',
  });
  const made = await createAddressBook(sql, {
    accountId: travel,
    name: 'Trips',
    purpose: 'SERVICE',
    createdBy: 'test',
  });
  tripsId = 'addressBookId' in made ? made.addressBookId : '';
  const { secret, hash } = createSecretToken('adieu_reviewer_');
  held = secret;
  await createApiKey(sql, {
    organisationId,
    accountId: travel,
    role: 'REVIEWER',
    name: 'of Travel',
    keyHash: hash,
    createdBy: { kind: 'SYSTEM', name: 'test' },
  });
});
afterAll(() => house?.close());

const names = async (key: string): Promise<string[]> => {
  const { data, errors } = await house.ask<{ accounts: { name: string }[] }>(
    '{ accounts { name } }',
    {},
    key,
  );
  expect(errors).toBeUndefined();
  return data.accounts.map(({ name }) => name);
};

async function leaves(address: string, book: string): Promise<string> {
  const { data } = await house.ask<{ requestOptOut: { request: { id: string } } }>(
    'mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { ... on OptOutRequested { request { id } } } }',
    { input: { address, scope: { kind: 'BOOK', id: toId('book', book) } } },
  );
  return data.requestOptOut.request.id;
}

describe('whoever is held to one account (Q-8)', () => {
  it('sees it in the list of accounts, and no other', async () => {
    expect(await names(house.org.reviewerKey)).toEqual(['Nordlys Shop', 'Travel']);
    expect(await names(held)).toEqual(['Travel']);
  });

  it('follows what happens to its requests live, and to no other', async () => {
    const all = await openStream(house, null, house.org.reviewerKey);
    const theirs = await openStream(house, null, held);
    expect(theirs.status).toBe(200);
    const elsewhere = await leaves('one@example.test', house.org.staffId);
    const here = await leaves('two@example.test', tripsId);
    expect((await all.changes(2)).map(({ event }) => event.requestId)).toEqual([elsewhere, here]);
    expect(await theirs.changes(1)).toMatchObject([
      { event: { requestId: here }, request: { id: here } },
    ]);
    all.close();
    theirs.close();
  });

  it('is told of a bulk by the ids that it named, also of those that are another account’s', async () => {
    const [elsewhere, here] = [
      await leaves('three@example.test', house.org.staffId),
      await leaves('four@example.test', tripsId),
    ];
    for (const [mutation, answer, more] of [
      ['decideOptOutRequests', 'Decided', 'decision: CONFIRM'],
      ['extendOptOutRequests', 'Extended', 'deadline: "2026-05-20T08:00:00Z"'],
    ] as const) {
      const { data } = await house.ask<
        Record<string, { items: { id: string; problem: { code: string } | null }[] }>
      >(
        `mutation ($ids: [ID!]!) { ${mutation}(input: { ids: $ids, ${more} }) {
           ... on ${answer} { items { id problem { code } } } } }`,
        { ids: [elsewhere, here] },
        held,
      );
      expect(data[mutation]!.items).toMatchObject([
        { id: elsewhere, problem: { code: 'NOT_FOUND' } },
        { id: here },
      ]);
    }
  });
});
