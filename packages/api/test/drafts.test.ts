import { createSender } from '@adieu/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { readId } from '../src/graphql/shared/read-id.ts';
import { docExamples } from './doc-examples.ts';
import { countOf, type House, openHouse, seedMails } from './house.ts';

let house: House;
let newsletter: string;

beforeAll(async () => {
  house = await openHouse();
  newsletter = toId('book', house.org.newsletterId);
  await seedMails(house, { count: 2 });
});
afterAll(() => house?.close());

const en = (text: string) => [{ language: 'en', text }];
const SHOWN = `id name state channel content {
  subject { language text } html { language text } text { language text } header partials { name texts { text } } } }`;

const SPRING = () => ({
  addressBookId: newsletter,
  name: 'Spring',
  subject: en('Spring'),
  html: en('<p>Hello</p>'),
});

async function create(more: object = {}): Promise<string> {
  const { data } = await house.ask<{ createCampaign: { campaign: { id: string } } }>(
    `mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) {
       ... on CampaignCreated { campaign { id } } ... on Problem { code message field } } }`,
    { input: { ...SPRING(), ...more } },
  );
  expect(data.createCampaign).toHaveProperty('campaign');
  return data.createCampaign.campaign.id;
}

const change = async (mutation: 'updateCampaign' | 'deleteCampaign', input: object) =>
  (
    await house.ask<Record<string, unknown>>(
      `mutation ($input: ${mutation === 'updateCampaign' ? 'UpdateCampaignInput' : 'ChangeCampaignInput'}!) {
         ${mutation}(input: $input) { __typename
           ${mutation === 'updateCampaign' ? `... on CampaignChanged { campaign { ${SHOWN} } ... on CampaignTextRefused { problems { part } }` : '... on CampaignDeleted { id }'}
           ... on Problem { code field message } } }`,
      { input },
    )
  ).data[mutation];

const send = async (id: string) =>
  (
    await house.ask<{ sendCampaign: unknown }>(
      `mutation ($input: SendCampaignInput!) { sendCampaign(input: $input) { __typename ... on CampaignSent { queued }
         ... on CampaignCheckFailed { findings { code } } ... on Problem { code message field } } }`,
      { input: { id } },
    )
  ).data.sendCampaign;

async function documented(name: string, id: string): Promise<unknown> {
  const example = docExamples('templates.md').examples.find((each) => each.name === name);
  const { data, errors } = await house.ask<Record<string, unknown>>(example!.query, { id });
  expect(errors).toBeUndefined();
  return data;
}

describe('docs/templates.md', () => {
  it('changes and deletes a draft, and neither once it is sent', async () => {
    const id = await create();
    const subject = en('The light is back');
    expect(await documented('Change', id)).toEqual({
      updateCampaign: { campaign: { state: 'DRAFT', content: { subject } } },
    });
    expect(await documented('Delete', id)).toEqual({ deleteCampaign: { id } });
    const sent = await create();
    await send(sent);
    const refused = { code: 'ALREADY_RELEASED' };
    expect(await documented('Change', sent)).toMatchObject({ updateCampaign: refused });
    expect(await documented('Delete', sent)).toMatchObject({ deleteCampaign: refused });
  });
});

describe('updateCampaign', () => {
  it('changes what is given of a draft, and leaves the rest', async () => {
    const id = await create();
    const input = { id, name: 'Summer', subject: en('Summer'), header: 'TOP' };
    expect(await change('updateCampaign', input)).toMatchObject({
      campaign: {
        name: 'Summer',
        channel: 'EMAIL',
        content: { subject: en('Summer'), html: en('<p>Hello</p>'), header: 'TOP' },
      },
    });
    const other = { id, html: en('<p>Bye</p>') };
    expect(await change('updateCampaign', other)).toMatchObject({
      campaign: { name: 'Summer', content: { subject: en('Summer'), html: en('<p>Bye</p>') } },
    });
  });

  it('refuses what says nothing but which, rather than call it changed', async () => {
    const id = await create();
    const input = { id, idempotencyKey: 'nothing' };
    expect(await change('updateCampaign', input)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'id',
    });
    // Refused before any work: what is said then has its key still.
    expect(await change('updateCampaign', { ...input, name: 'Summer' })).toMatchObject({
      campaign: { name: 'Summer' },
    });
  });

  it('refuses a text that does not compile, and changes nothing', async () => {
    const id = await create();
    const input = { id, name: 'Summer', html: en('<p>{{ contact.first_name </p>') };
    expect(await change('updateCampaign', input)).toMatchObject({
      __typename: 'CampaignTextRefused',
      problems: [{ part: 'html' }],
    });
    const { data } = await house.ask('query ($id: ID!) { campaign(id: $id) { name } }', { id });
    expect(data).toEqual({ campaign: { name: 'Spring' } });
  });

  it('chooses another audience, or all of the book', async () => {
    const id = await create({ audience: { languages: ['sv'] } });
    const total = async () =>
      (
        await house.ask<{ campaign: unknown }>(
          'query ($id: ID!) { campaign(id: $id) { attribution audience { count { total } } } }',
          { id },
        )
      ).data.campaign;
    expect(await total()).toMatchObject({ attribution: 'FILTERED' });
    await change('updateCampaign', { id, audience: null });
    expect(await total()).toEqual({ attribution: 'BOOK', audience: { count: { total: 2 } } });
    const wrong = { id, audience: { topics: [toId('topic', house.org.newsletterId)] } };
    expect(await change('updateCampaign', wrong)).toMatchObject({
      code: 'NOT_FOUND',
      field: 'audience.topics',
    });
  });
});

describe('deleteCampaign', () => {
  it('deletes a draft, once', async () => {
    const id = await create();
    expect(await change('deleteCampaign', { id })).toEqual({ __typename: 'CampaignDeleted', id });
    expect(await change('deleteCampaign', { id })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a repeat of the key that made a draft', () => {
  it('finds nothing once the draft is deleted, and makes no second one', async () => {
    const again = { idempotencyKey: 'spring-1' };
    const id = await create(again);
    expect(await create(again)).toBe(id);
    await change('deleteCampaign', { id });
    const before = await countOf(house, 'campaign');
    const { data } = await house.ask<{ createCampaign: unknown }>(
      'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { ... on Problem { code } } }',
      { input: { ...SPRING(), ...again } },
    );
    expect(data.createCampaign).toEqual({ code: 'NOT_FOUND' });
    expect(await countOf(house, 'campaign')).toBe(before);
  });
});

describe('a campaign that was sent', () => {
  it('is neither changed nor deleted, and says so', async () => {
    const id = await create();
    expect(await send(id)).toEqual({ __typename: 'CampaignSent', queued: 2 });
    for (const [mutation, more] of [
      ['updateCampaign', { name: 'Late' }],
      ['deleteCampaign', {}],
    ] as const)
      expect(await change(mutation, { id, ...more })).toMatchObject({
        code: 'ALREADY_RELEASED',
        field: 'id',
        message: expect.stringMatching(/Only a draft/) as string,
      });
    expect(await send(id)).toMatchObject({ code: 'ALREADY_RELEASED' });
  });

  it.each([
    [
      'waits for its hour',
      "send_at = now() + interval '90 days'",
      /scheduled for 20\d\d-.*T.*Z.*cancelCampaign.*create another/,
    ],
    ['is on its way', '', /is being sent already.*create another/],
    ['waits to be resumed', "state = 'PAUSED'", /is paused.*resumeCampaign/],
    ['was cancelled', "state = 'CANCELLED'", /was cancelled.*Create another/],
    ['has gone', "state = 'SENT'", /was sent already.*create another/],
  ])('and %s says so when it is sent again, with what to do', async (_what, set, message) => {
    const id = await create();
    await send(id);
    if (set !== '')
      await house.test.db.sql.rows(`UPDATE campaign SET ${set} WHERE id = $1`, [
        readId('campaign', id, 'id'),
      ]);
    expect(await send(id)).toEqual({
      __typename: 'Conflict',
      code: 'ALREADY_RELEASED',
      field: 'id',
      message: expect.stringMatching(message) as string,
    });
  });
});

describe('a campaign of text messages', () => {
  const sms = { channel: 'SMS', subject: null, html: null };

  it('is not sent from nothing', async () => {
    const id = await create({ ...sms, text: en('Hello {{ contact.first_name }}') });
    const before = await countOf(house, 'message');
    expect(await send(id)).toMatchObject({
      __typename: 'CampaignCheckFailed',
      findings: expect.arrayContaining([{ code: 'SENDER_MISSING' }]) as unknown,
    });
    expect(await countOf(house, 'message')).toBe(before);
  });

  describe('from a number', () => {
    beforeAll(async () => {
      const { organisationId, accountId } = house.org;
      const form = { kind: 'NUMBER', name: '', address: '+46766861004', keyword: '' } as const;
      const made = await house.test.db.transaction((sql) =>
        createSender(sql, { organisationId, accountId, form, isDefault: true }),
      );
      if ('refused' in made) throw new Error(made.refused);
    });

    it('says one text, and is looked at with its way out (A2)', async () => {
      const id = await create({ ...sms, text: en('Hello {{ contact.first_name }}') });
      const { data } = await house.ask<{ previewCampaign: unknown }>(
        'query ($input: PreviewCampaignInput!) { previewCampaign(input: $input) { ... on CampaignPreview { subject text missingFields sms { encoding characters parts forcedBy replacement } } } }',
        { input: { campaignId: id } },
      );
      expect(data.previewCampaign).toEqual({
        subject: '',
        text: 'Hello [first_name]\nOpt out: reply STOP',
        missingFields: ['first_name'],
        // A bracket is of the extension, and takes two places.
        sms: { encoding: 'GSM-7', characters: 40, parts: 1, forcedBy: null, replacement: null },
      });
    });

    it.each([
      ['anna@example.test', null, /^Number 1 of these: Not a telephone number/],
      ['+46 70 174 06 05', null, null],
      ['070-174 06 05', 'SE', null],
      ['070-174 06 05', null, /begin with \+ and the country.*changeAccount gives it one/],
      ['+46 8 700 00 00', 'SE', /^Number 1 of these: A landline/],
    ])('is tested at mobile numbers alone: %s, of an account in %s', async (to, country, why) => {
      await house.test.db.sql.rows('UPDATE account SET country = $1', [country]);
      const id = await create({ ...sms, text: en('Hello') });
      const { data } = await house.ask<{ sendTestMails: unknown }>(
        'mutation ($input: SendTestMailsInput!) { sendTestMails(input: $input) { ... on TestMailsQueued { queued } ... on InvalidInput { code field message } } }',
        { input: { campaignId: id, to: [to] } },
      );
      expect(data.sendTestMails).toEqual(
        why === null
          ? { queued: 1 }
          : {
              code: 'INVALID_INPUT',
              field: 'to',
              message: expect.stringMatching(why) as string,
            },
      );
    });

    it('is not tested at a number that left, and says why (F9)', async () => {
      const id = await create({ ...sms, text: en('Hello') });
      const number = '+46701740619';
      await house.ask(
        'mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { __typename } }',
        { input: { address: number, channel: 'SMS', scope: { kind: 'BOOK', id: newsletter } } },
      );
      const { data } = await house.ask<{ sendTestMails: unknown }>(
        'mutation ($input: SendTestMailsInput!) { sendTestMails(input: $input) { ... on TestMailsQueued { queued stopped { address answer { because explanation } } } } }',
        { input: { campaignId: id, to: [number] } },
      );
      expect(data.sendTestMails).toEqual({
        queued: 0,
        stopped: [
          {
            address: number,
            answer: {
              because: 'OPTED_OUT',
              explanation: expect.stringMatching(/left|opt/i) as string,
            },
          },
        ],
      });
    });
  });

  it('has no subject', async () => {
    const { data } = await house.ask<{ createCampaign: unknown }>(
      'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { ... on Problem { code field } } }',
      {
        input: {
          addressBookId: newsletter,
          name: 'n',
          channel: 'SMS',
          subject: en('x'),
          text: en('Hello'),
        },
      },
    );
    expect(data.createCampaign).toEqual({ code: 'INVALID_INPUT', field: 'subject' });
  });
});
