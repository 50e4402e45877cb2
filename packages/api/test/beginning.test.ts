import type { AddressInfo } from 'node:net';
import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offerSetup } from '../src/offer-setup.ts';
import { createApp } from '../src/server/create-app.ts';
import { countOf, type House, openHouse } from './house.ts';

type Result = Record<string, unknown>;

const TYPED = {
  organisation: 'Fjord Books',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  language: 'da',
  senderAddress: 'news@fjord.example.test',
  rule: 'SERVICE_REVIEW',
  book: 'Staff',
  memberName: 'Eva',
  memberAddress: 'eva@fjord.example.test',
};

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

async function create(input: object, key = house.org.operatorKey): Promise<Result> {
  const { data, errors } = await house.ask<{ createOrganisation: Result }>(
    `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) {
       ... on OrganisationCreated { organisationId accountId addressBookId memberId apiKey adminApiKey } ... on Problem { code field }
     } }`,
    { input },
    key,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.createOrganisation;
}

describe('a further organisation', () => {
  it('is an operator’s to make, ready for its first campaign; its key is shown once (Q-8)', async () => {
    const input = { ...TYPED, key: true, adminKey: true, idempotencyKey: 'fjord' };
    const made = await create(input);
    const { data } = await house.ask(
      '{ viewer { organisation { name } } accounts { id name country timeZone defaultLanguage } addressBooks { nodes { id name purpose optOutPolicy { mode onTimeout } } } }',
      {},
      made['adminApiKey'] as string,
    );
    const own = await house.ask('{ viewer { roles } }', {}, made['apiKey'] as string);
    expect(own.data).toEqual({ viewer: { roles: ['CAMPAIGNER'] } });
    expect(data).toEqual({
      viewer: { organisation: { name: 'Fjord Books' } },
      accounts: [
        {
          id: made['accountId'],
          name: 'Fjord Books',
          country: 'NO',
          timeZone: 'Europe/Oslo',
          defaultLanguage: 'da',
        },
      ],
      addressBooks: {
        nodes: [
          {
            id: made['addressBookId'],
            name: 'Staff',
            purpose: 'SERVICE',
            optOutPolicy: { mode: 'REVIEW', onTimeout: 'OPT_OUT' },
          },
        ],
      },
    });
    expect(await create(input)).toEqual({ ...made, apiKey: null, adminApiKey: null });
    expect(
      await countOf(house, 'idempotency_key', "result::text ~ 'adieu_(admin|campaigner)'"),
    ).toBe(0);
    expect(await create(TYPED)).toEqual({ code: 'NAME_TAKEN', field: 'organisation' });
  });

  it.each([
    [{ organisation: ' ' }, 'organisation'],
    [{ country: 'Norway' }, 'country'],
    [{ senderAddress: 'news' }, 'senderAddress'],
    [{ memberAddress: 'eva' }, 'memberAddress'],
  ])('is not made of %o', async (change, field) => {
    expect(await create({ ...TYPED, organisation: 'Another', ...change })).toEqual({
      code: 'INVALID_INPUT',
      field,
    });
  });

  it('is not an admin’s to make', async () => {
    expect(await create(TYPED, house.org.adminKey)).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the set-up of an empty installation', () => {
  let empty: TestDatabase;
  let url: string;
  let close: () => Promise<unknown>;

  beforeAll(async () => {
    empty = await createTestDatabase();
    const app = await createApp({
      db: empty.db,
      ring: house.org.ring,
      log: pino({ level: 'silent' }),
      clock: () => house.now,
      certificate: null,
      preferenceCenterUrl: 'http://127.0.0.1:9',
      trustedProxies: null,
      graphiql: false,
      metricsToken: null,
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    close = () => app.close();
  });
  afterAll(async () => {
    await close?.();
    await empty?.close();
  });

  async function ask(query: string, variables: object): Promise<Result> {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return ((await answer.json()) as { data: Result }).data;
  }
  const setUp = async (token: string, change: object = {}): Promise<unknown> =>
    (
      await ask(
        `mutation ($input: SetUpInput!) { setUp(input: $input) {
           ... on SetUpDone { addressBookId apiKey adminApiKey } ... on Problem { code field }
           ... on WrongFields { fields } } }`,
        { input: { token, ...TYPED, ...change } },
      )
    )['setUp'];

  it('is by the link that the start prints, once; whatever is wrong changes nothing', async () => {
    const link = await offerSetup(empty.db, 'https://adieu.example.test', house.now);
    const token = link!.split('/setup/')[1]!;
    expect(token).toMatch(/^[\w-]{43}$/);
    const state = async (): Promise<unknown> =>
      (await ask('query ($token: String!) { setup(token: $token) }', { token }))['setup'];
    expect(await state()).toBe('OPEN');
    expect(await setUp('x'.repeat(43))).toEqual({ code: 'NOT_FOUND', field: 'token' });
    expect(await setUp('x'.repeat(43), { timeZone: '+02:00' })).toEqual({
      code: 'NOT_FOUND',
      field: 'token',
    });
    expect(await setUp(token, { country: 'ES', timeZone: '', senderAddress: 'x' })).toEqual({
      code: 'INVALID_INPUT',
      field: 'timeZone',
      fields: ['timeZone', 'senderAddress'],
    });
    expect(await state()).toBe('OPEN');
    // Five press the button at the same moment.
    const all = await Promise.all(Array.from({ length: 5 }, () => setUp(token, { key: true })));
    const done = (each: unknown): boolean => 'apiKey' in (each as object);
    expect(all.filter(done)).toEqual([
      {
        addressBookId: expect.stringMatching(/^book_/),
        apiKey: expect.stringMatching(/^adieu_campaigner_/),
        adminApiKey: null,
      },
    ]);
    for (const each of all.filter((one) => !done(one)))
      expect(each).toEqual({ code: 'ALREADY_BEGUN', field: 'token' });
    expect(await state()).toBe('DONE');
    expect(await setUp(token, { organisation: 'Mine' })).toEqual({
      code: 'ALREADY_BEGUN',
      field: 'token',
    });
    expect(await offerSetup(empty.db, 'https://adieu.example.test', house.now)).toBeNull();
    const [row] = await empty.db.sql.rows<{ kept: string }>(
      'SELECT string_agg(t::text, $1) AS kept FROM setup_link t',
      [' '],
    );
    expect(row!.kept).not.toContain(token);
  });
});
