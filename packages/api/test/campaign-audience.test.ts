import { seed, type Seed, seedContacts } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { docExamples, fillIn } from './doc-examples.ts';
import { countOf, type House, openHouse } from './house.ts';
import { takeOff } from './leave.ts';

let house: House;
let foreign: Seed;

beforeAll(async () => {
  house = await openHouse();
  foreign = await seed(house.test.db, { name: 'Somebody else' });
  await importCsv(
    house.org.newsletterId,
    [
      'email,first_name,city,orders,language',
      'anna@example.test,Anna,Malmö,12,sv',
      'bo@example.test,Bo,Lund,3,sv',
      'carl@example.test,Carl,Malmö,40,da',
      'dora@example.test,Dora,,,de',
    ].join('\n'),
  );
  await importCsv(house.org.staffId, 'email,first_name\nbo@example.test,Bo\n');
});
afterAll(() => house?.close());

const newsletter = (): string => toId('book', house.org.newsletterId);

async function importCsv(book: string, csv: string): Promise<void> {
  await house.ask(
    'mutation ($input: ImportContactsInput!) { importContacts(input: $input) { __typename } }',
    { input: { addressBookId: toId('book', book), csv } },
  );
}

async function create(audience: object | null, more: object = {}, key?: string) {
  const { data } = await house.ask<{ createCampaign: Record<string, unknown> }>(
    `mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) {
       __typename
       ... on CampaignCreated { campaign { id } }
       ... on Problem { code field message }
     } }`,
    {
      input: {
        addressBookId: newsletter(),
        name: 'To some',
        subject: [{ language: 'en', text: 'Hello' }],
        html: [{ language: 'en', text: '<p>Hello, our shop in Malmö is open until eight.</p>' }],
        audience,
        ...more,
      },
    },
    key ?? house.org.campaignerKey,
  );
  return data.createCampaign;
}

async function idOf(audience: object | null, more?: object): Promise<string> {
  const made = (await create(audience, more)) as { campaign?: { id: string } };
  if (made.campaign === undefined) throw new Error(JSON.stringify(made));
  return made.campaign.id;
}

const AUDIENCE = `attribution audience {
  where { field is value } anyOf { field is value } languages topics { name } exceptBooks { name } exceptCampaigns { name }
  exceptAddresses { given notInBook } onlyAddresses { given notInBook }
  count { total reachable stopped { reason count } }
}`;

async function audienceOf(id: string): Promise<Record<string, unknown>> {
  const { data } = await house.ask<{
    campaign: { attribution: string; audience: Record<string, unknown> };
  }>(`query ($id: ID!) { campaign(id: $id) { ${AUDIENCE} } }`, { id }, house.org.campaignerKey);
  const { attribution, audience } = data.campaign;
  // A part of a book is a filtered send (B6): who leaves leaves the book.
  const { count: _count, ...parts } = audience;
  const isNarrowed = Object.values(parts).some(
    (part) => part !== null && !(Array.isArray(part) && part.length === 0),
  );
  expect(attribution).toBe(isNarrowed ? 'FILTERED' : 'BOOK');
  return audience;
}

async function check(id: string): Promise<{ maySend: boolean; codes: string[] }> {
  const { data } = await house.ask<{
    checkCampaign: { maySend: boolean; findings: { level: string; code: string }[] };
  }>('mutation ($id: ID!) { checkCampaign(id: $id) { maySend findings { level code } } }', { id });
  const { maySend, findings } = data.checkCampaign;
  return { maySend, codes: findings.map(({ level, code }) => `${level} ${code}`) };
}

async function send(id: string): Promise<unknown> {
  const { data } = await house.ask<{ sendCampaign: unknown }>(
    `mutation ($input: SendCampaignInput!) { sendCampaign(input: $input) {
       __typename ... on CampaignSent { queued } ... on Problem { code }
     } }`,
    { input: { id } },
  );
  return data.sendCampaign;
}

const WHOLE = {
  where: [],
  anyOf: [],
  languages: null,
  topics: null,
  exceptBooks: [],
  exceptCampaigns: [],
  exceptAddresses: null,
  onlyAddresses: null,
};

describe('the audience of a campaign', () => {
  it('is the whole book, unless it is narrowed', async () => {
    for (const audience of [null, {}])
      expect(await audienceOf(await idOf(audience))).toEqual({
        ...WHOLE,
        count: { total: 4, reachable: 4, stopped: [] },
      });
  });

  it('is read back as it was given, and counted', async () => {
    const earlier = await idOf(null, { name: 'Earlier' });
    const id = await idOf({
      where: [{ field: 'city', is: 'EXISTS' }],
      anyOf: [
        { field: 'orders', is: 'GREATER', value: '10' },
        { field: 'first_name', is: 'EQUALS', value: 'Bo' },
      ],
      languages: ['sv', 'da', 'sv'],
      topics: [toId('topic', house.org.newsTopicId)],
      exceptBooks: [toId('book', house.org.staffId)],
      exceptCampaigns: [earlier],
      exceptAddresses: ['CARL@example.test', 'carl@example.test', 'nobody@example.test'],
      onlyAddresses: ['anna@example.test', 'carl@example.test', 'else@example.test'],
    });
    expect(await audienceOf(id)).toEqual({
      where: [{ field: 'city', is: 'EXISTS', value: null }],
      anyOf: [
        { field: 'orders', is: 'GREATER', value: '10' },
        { field: 'first_name', is: 'EQUALS', value: 'Bo' },
      ],
      languages: ['sv', 'da'],
      topics: [{ name: 'Product news' }],
      exceptBooks: [{ name: 'Staff information' }],
      exceptCampaigns: [{ name: 'Earlier' }],
      exceptAddresses: { given: 2, notInBook: 1 },
      onlyAddresses: { given: 3, notInBook: 1 },
      count: { total: 1, reachable: 1, stopped: [] },
    });
    expect(await check(id)).toEqual({
      maySend: true,
      codes: ['WARNING DKIM_LEFT_TO_MAIL_SERVER', 'WARNING ADDRESSES_NOT_IN_BOOK'],
    });
    expect(await send(id)).toEqual({ __typename: 'CampaignSent', queued: 1 });
    expect(await audienceOf(id)).toMatchObject({
      onlyAddresses: { given: 3, notInBook: null },
      count: null,
    });
    expect(house.log()).not.toContain('carl@example.test');
  });

  it('is given and told as docs/templates.md says', async () => {
    const example = docExamples('templates.md').examples.find(({ name }) => name === 'Create')!;
    const topic = toId('topic', house.org.newsTopicId);
    const earlier = await idOf(null, { name: 'Earlier still' });
    const { audience } = JSON.parse(fillIn(example.variables!, { topic, campaign: earlier })) as {
      audience: object;
    };
    const input = {
      addressBookId: newsletter(),
      name: 'As in the docs',
      subject: [{ language: 'en', text: 'Hello' }],
      html: [{ language: 'en', text: '<p>Hello.</p>' }],
      audience,
    };
    const { data, errors } = await house.ask(example.query, { input });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      createCampaign: {
        campaign: {
          id: expect.stringMatching(/^campaign_/),
          audience: { onlyAddresses: null, count: { total: 2, reachable: 2, stopped: [] } },
        },
      },
    });
  });

  it('is told what the gate would stop, and is not sent where it would stop all', async () => {
    await importCsv(
      house.org.newsletterId,
      'email,city\neva@example.test,Ystad\nfia@example.test,Ystad\n',
    );
    const ystad = { where: [{ field: 'city', is: 'EQUALS', value: 'Ystad' }] };
    const id = await idOf(ystad);
    await takeOff(house, 'eva@example.test');
    expect(await audienceOf(id)).toMatchObject({
      count: { total: 2, reachable: 1, stopped: [{ reason: 'OPTED_OUT', count: 1 }] },
    });
    await takeOff(house, 'fia@example.test');
    expect(await check(id)).toMatchObject({
      maySend: false,
      codes: ['ERROR AUDIENCE_ALL_STOPPED', 'WARNING DKIM_LEFT_TO_MAIL_SERVER'],
    });
    expect(await send(id)).toEqual({ __typename: 'CampaignCheckFailed', code: 'CAMPAIGN_CHECK' });
  });

  it('that is empty is not sent', async () => {
    const id = await idOf({ onlyAddresses: ['nobody@example.test'] });
    expect(await check(id)).toMatchObject({
      maySend: false,
      codes: expect.arrayContaining(['ERROR AUDIENCE_EMPTY']),
    });
    expect(await send(id)).toMatchObject({ code: 'CAMPAIGN_CHECK' });
  });

  it('that crosses purposes is told', async () => {
    const staff = { addressBookId: toId('book', house.org.staffId) };
    const topic = toId('topic', house.org.newsTopicId);
    const WARNINGS = ['WARNING DKIM_LEFT_TO_MAIL_SERVER', 'WARNING AUDIENCE_CROSSES_PURPOSES'];
    expect((await check(await idOf(null, { ...staff, topicId: topic }))).codes).toEqual(WARNINGS);
    expect((await check(await idOf({ topics: [topic] }, staff))).codes).toContain(
      'ERROR AUDIENCE_CROSSES_PURPOSES',
    );
    // Bo is among the staff, and nobody knows of a consent of theirs.
    expect((await check(await idOf({ onlyAddresses: ['bo@example.test'] }))).codes).toEqual(
      WARNINGS,
    );
    expect((await check(await idOf({ onlyAddresses: ['anna@example.test'] }))).codes).toEqual([
      'WARNING DKIM_LEFT_TO_MAIL_SERVER',
    ]);
  });
});

describe('an audience is refused', () => {
  const NUMBER = { field: 'city', is: 'LESS', value: '3' };
  it.each([
    [
      'with an unknown field, and told which there are',
      { where: [{ field: 'shoe_size', is: 'EXISTS' }] },
      {
        code: 'FIELD_UNKNOWN',
        field: 'audience',
        message: expect.stringContaining('“city”, “first_name”, “orders”'),
      },
    ],
    [
      'with a field that can not be compared',
      { anyOf: [NUMBER] },
      { code: 'FIELD_NOT_COMPARABLE', field: 'audience' },
    ],
    [
      'with a value that can not be compared',
      { where: [{ ...NUMBER, value: 'three' }] },
      { code: 'INVALID_INPUT', field: 'audience.where', message: expect.stringContaining('12.5') },
    ],
    [
      'without a value',
      { where: [{ field: 'city', is: 'EQUALS' }] },
      { code: 'INVALID_INPUT', field: 'audience.where' },
    ],
    ...(['anyOf', 'languages', 'topics', 'onlyAddresses'] as const).map((list) => [
      `with an empty list of ${list}`,
      { [list]: [] },
      { code: 'INVALID_INPUT', field: `audience.${list}` },
    ]),
    [
      'in a language that nobody speaks here',
      { languages: ['xx'] },
      { code: 'INVALID_INPUT', field: 'audience.languages' },
    ],
    [
      'with an address that is none',
      { exceptAddresses: ['a@b.se', 'nobody'] },
      {
        code: 'INVALID_INPUT',
        field: 'audience.exceptAddresses',
        message: 'Number 2 of these: Not an e-mail address: give one like name@example.test.',
      },
    ],
    [
      'with too many addresses',
      { onlyAddresses: Array.from({ length: 1_001 }, (_, i) => `p${i}@example.test`) },
      { code: 'LIMIT_REACHED', field: 'audience.onlyAddresses' },
    ],
    [
      'with too many conditions',
      {
        where: Array.from({ length: 26 }, () => ({ field: 'city', is: 'EXISTS' })),
        anyOf: Array.from({ length: 25 }, () => ({ field: 'city', is: 'EXISTS' })),
      },
      { code: 'LIMIT_REACHED', field: 'audience.where' },
    ],
  ] as [string, object, object][])('%s', async (_what, audience, problem) => {
    const before = await countOf(house, 'campaign');
    expect(await create(audience)).toMatchObject(problem);
    expect(await countOf(house, 'campaign')).toBe(before);
  });

  it('with what is somebody else’s, as with what is not there', async () => {
    const theirCampaign = await seedContacts(house.test.db, foreign, { count: 1 });
    for (const [list, prefix, id] of [
      ['topics', 'topic', foreign.newsTopicId],
      ['exceptBooks', 'book', foreign.newsletterId],
      ['exceptCampaigns', 'campaign', theirCampaign],
    ] as const) {
      const field = `audience.${list}`;
      for (const given of [id, crypto.randomUUID()])
        expect(await create({ [list]: [toId(prefix, given)] })).toMatchObject({
          code: 'NOT_FOUND',
          field,
        });
      expect(await create({ [list]: ['nothing'] })).toMatchObject({ code: 'INVALID_INPUT', field });
    }
  });

  it('where the recipients are named by hand', async () => {
    const byHand = {
      addressBookId: null,
      accountId: toId('account', house.org.accountId),
      recipients: ['anna@example.test'],
    };
    expect(await create({ languages: ['sv'] }, byHand)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'audience',
    });
  });
});
