import { toId } from '../src/graphql/shared/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countOf, type House, openHouse } from './house.ts';

let house: House;
let newsletter: string;

beforeAll(async () => {
  house = await openHouse();
  newsletter = toId('book', house.org.newsletterId);
});
afterAll(() => house?.close());

const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>Hi {{ contact.first_name | default: "you" }}, our shop in Malmö is open until eight.</mj-text></mj-column></mj-section></mj-body></mjml>';

async function importCsv(
  csv: string,
  addressBookId = newsletter,
  leavingColumns: object[] = [],
): Promise<Record<string, unknown>> {
  const { data } = await house.ask<{ importContacts: Record<string, unknown> }>(
    `mutation ($input: ImportContactsInput!) { importContacts(input: $input) {
       ... on ContactsImported { rows created updated stillOptedOut optedOut duplicates blank rejectedCount rejected { line field message } notes { line field } }
       ... on LeavingColumnsFound { columns { column rows cells } }
       ... on Problem { code field message }
     } }`,
    { input: { addressBookId, csv, leavingColumns } },
    house.org.campaignerKey,
  );
  return data.importContacts;
}

async function create(more: object): Promise<Record<string, unknown>> {
  const { data } = await house.ask<{ createCampaign: Record<string, unknown> }>(
    `mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) {
       __typename
       ... on CampaignCreated { campaign { id name state } }
       ... on CampaignTextRefused { code problems { part language line message } }
       ... on Problem { code field message }
     } }`,
    {
      input: {
        addressBookId: newsletter,
        name: 'Spring',
        subject: [{ language: 'en', text: 'Hello' }],
        mjml: [{ language: 'en', text: MJML }],
        ...more,
      },
    },
    house.org.campaignerKey,
  );
  return data.createCampaign;
}

describe('importContacts', () => {
  it('keeps the good rows and names the bad ones by line and field', async () => {
    const result = await importCsv(
      [
        'email,first_name,language',
        'anna@example.test,Anna,sv',
        'not an address,Bo,sv',
        'carl@example.test',
        'dora@example.test,Dora,da',
        '',
      ].join('\n'),
    );
    expect(result).toMatchObject({ created: 3, updated: 0, stillOptedOut: 0, rejectedCount: 1 });
    expect(result['rejected']).toEqual([{ line: 3, field: 'email', message: expect.any(String) }]);
    expect(JSON.stringify(result)).not.toContain('not an address');
    expect(await countOf(house, 'contact')).toBe(3);
  });

  it('takes nothing of a list that speaks of leaving until somebody said what it means (F10)', async () => {
    const csv =
      'email,status\nana@example.test,UNSUBSCRIBED\nben@example.test,no\neve@example.test,0\nfay@example.test,yes\n';
    const before = await countOf(house, 'contact');
    expect(await importCsv(csv)).toEqual({
      code: 'LEAVING_COLUMN',
      field: 'leavingColumns',
      message: expect.any(String),
      columns: [{ column: 'status', rows: 3, cells: ['UNSUBSCRIBED', 'no', '0'] }],
    });
    expect(await countOf(house, 'contact')).toBe(before);
    const elsewhere = await importCsv(csv, newsletter, [{ column: 'state', means: 'IGNORE' }]);
    expect(elsewhere).toMatchObject({ code: 'INVALID_INPUT', field: 'leavingColumns' });
    const done = await importCsv(csv, newsletter, [{ column: 'status', means: 'OPT_OUTS' }]);
    expect(done).toMatchObject({ rows: 4, created: 1, optedOut: 3, rejectedCount: 0 });
    expect(await countOf(house, 'contact')).toBe(before + 1);
  });

  it('brings nobody back (F9)', async () => {
    await importCsv('email\nleft@example.test\n');
    await house.ask(
      'mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { __typename } }',
      { input: { address: 'left@example.test', scope: { kind: 'BOOK', id: newsletter } } },
    );
    expect(await importCsv('email\nLEFT@example.test\n')).toMatchObject({
      created: 0,
      stillOptedOut: 1,
    });
    const { data } = await house.ask<{ mayContact: { allowed: boolean } }>(
      'query ($input: MayContactInput!) { mayContact(input: $input) { allowed } }',
      { input: { address: 'left@example.test', channel: 'EMAIL', addressBookId: newsletter } },
    );
    expect(data.mayContact.allowed).toBe(false);
  });

  it('refuses a file without a column of addresses, and says what to do', async () => {
    expect(await importCsv('name,city\nAnna,1\nBo,2\n')).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'csv',
      message: expect.stringContaining('"phone"'),
    });
  });
});

describe('a campaign', () => {
  it('is created by a campaigner, sent once, and shows how far it is', async () => {
    const { campaign } = (await create({})) as { campaign: { id: string } };
    expect(campaign).toMatchObject({ state: 'DRAFT', name: 'Spring' });
    const send = async (): Promise<unknown> =>
      (
        await house.ask<{ sendCampaign: unknown }>(
          `mutation ($input: SendCampaignInput!) { sendCampaign(input: $input) {
             ... on CampaignSent { queued campaign { state progress { queued sent failed stopped unknown } } }
             ... on Problem { code field }
           } }`,
          { input: { id: campaign.id } },
          house.org.campaignerKey,
        )
      ).data.sendCampaign;
    const contacts = await countOf(house, 'contact');
    expect(await send()).toEqual({
      queued: contacts,
      campaign: {
        state: 'SENDING',
        progress: { queued: contacts, sent: 0, failed: 0, stopped: 0, unknown: 0 },
      },
    });
    expect(await send()).toEqual({ code: 'ALREADY_RELEASED', field: 'id' });
    expect(await countOf(house, 'outbox', "message->>'kind' = 'campaign.released'")).toBe(1);
  });

  it('whose text is wrong names part, language and line', async () => {
    const refused = await create({
      mjml: [{ language: 'en', text: MJML.replace('{{ contact.first_name', '\n{{ nothing') }],
    });
    expect(refused).toMatchObject({
      __typename: 'CampaignTextRefused',
      code: 'CAMPAIGN_TEXT',
      problems: [{ part: 'mjml', language: 'en', line: 2 }],
    });
  });

  it.each([
    ['no name', { name: ' ' }, { code: 'INVALID_INPUT', field: 'name' }],
    [
      'a language twice',
      {
        subject: [
          { language: 'en', text: 'a' },
          { language: 'en', text: 'b' },
        ],
      },
      { code: 'INVALID_INPUT', field: 'subject' },
    ],
    ['no topic at all', { topicId: 'topic_x' }, { code: 'INVALID_INPUT', field: 'topicId' }],
    [
      'a topic of nobody',
      { topicId: toId('topic', crypto.randomUUID()) },
      { code: 'NOT_FOUND', field: 'topicId' },
    ],
  ])('with %s is refused', async (_name, more, problem) => {
    expect(await create(more)).toMatchObject(problem);
  });
});

describe('a campaign’s content', () => {
  const check = async (id: string, key = house.org.campaignerKey) =>
    (
      await house.ask<{
        checkCampaign: { maySend: boolean; campaign: unknown; findings: object[] };
      }>(
        `mutation ($id: ID!) { checkCampaign(id: $id) {
           maySend campaign { id } findings { level code language message fix place { part line column element } }
         } }`,
        { id },
        key,
      )
    ).data.checkCampaign;
  const idOf = async (more: object): Promise<string> =>
    ((await create(more)) as { campaign: { id: string } }).campaign.id;
  const html = (text: string): object => ({ mjml: [], html: [{ language: 'en', text }] });

  it('may be HTML with partials, text, a placed way out and identity lines', async () => {
    const id = await idOf({
      ...html("<p>Hello, our shop in Malmö is open.</p>{% render 'footer' %}"),
      text: [{ language: 'en', text: 'Hello.' }],
      partials: [{ name: 'footer', texts: [{ language: 'en', text: '<p>{{ unsubscribe }}</p>' }] }],
      header: 'PLACED',
      identity: { postalAddress: 'Storgatan 1, Malmö' },
    });
    expect(await check(id)).toEqual({
      maySend: true,
      campaign: { id },
      findings: [expect.objectContaining({ level: 'WARNING', code: 'DKIM_LEFT_TO_MAIL_SERVER' })],
    });
  });

  it('is looked over, each finding with its place and its fix', async () => {
    const id = await idOf(
      html('<p>Hello, our shop in Malmö\n<a href="http://x.se">is open</a>.</p>'),
    );
    const { maySend, findings } = await check(id);
    expect(maySend).toBe(false);
    expect(findings[0]).toEqual({
      level: 'ERROR',
      code: 'LINK_NOT_HTTPS',
      language: 'en',
      message: expect.stringContaining('http:'),
      fix: expect.stringContaining('https://'),
      place: { part: 'html', line: 2, column: 10, element: '<a href="http://x.se">' },
    });
  });

  it('with errors is not sent, and says why', async () => {
    const id = await idOf(html('<p>Hello {{ contact.shoe_size }}</p>'));
    const { data } = await house.ask<{ sendCampaign: object }>(
      `mutation ($input: SendCampaignInput!) { sendCampaign(input: $input) {
         __typename ... on CampaignCheckFailed { code message findings { code } }
       } }`,
      { input: { id } },
      house.org.campaignerKey,
    );
    expect(data.sendCampaign).toEqual({
      __typename: 'CampaignCheckFailed',
      code: 'CAMPAIGN_CHECK',
      message: expect.stringMatching(/have no “shoe_size”.*default/),
      findings: [{ code: 'FIELD_MISSING' }, { code: 'DKIM_LEFT_TO_MAIL_SERVER' }],
    });
    const { data: after } = await house.ask('query ($id: ID!) { campaign(id: $id) { state } }', {
      id,
    });
    expect(after).toEqual({ campaign: { state: 'DRAFT' } });
  });

  it('that is nobody’s is told as such', async () => {
    expect(await check('campaign_01h455vb4pex5vsknk084sn02q')).toMatchObject({
      maySend: false,
      campaign: null,
      findings: [{ code: 'CAMPAIGN_NOT_FOUND' }],
    });
  });

  it.each([
    [
      'a partial in one language twice',
      {
        partials: [
          {
            name: 'a',
            texts: [
              { language: 'en', text: 'a' },
              { language: 'en', text: 'b' },
            ],
          },
        ],
      },
      { code: 'INVALID_INPUT', field: 'partials' },
    ],
    ['MJML and HTML', { html: [{ language: 'en', text: 'x' }] }, { code: 'CAMPAIGN_TEXT' }],
    ['a partial that is not there', html("{% render 'x' %}"), { code: 'CAMPAIGN_TEXT' }],
  ])('with %s is refused', async (_name, more, problem) => {
    expect(await create(more)).toMatchObject(problem);
  });
});

describe('setOptOutPolicy (W-5)', () => {
  const set = async (addressBookId: string, policy: object): Promise<unknown> =>
    (
      await house.ask<{ setOptOutPolicy: unknown }>(
        `mutation ($input: SetOptOutPolicyInput!) { setOptOutPolicy(input: $input) {
           __typename
           ... on OptOutPolicySet { addressBook { optOutPolicy { version mode reviewPeriod onTimeout createdBy } } }
           ... on Problem { code field }
         } }`,
        { input: { addressBookId, ...policy } },
      )
    ).data.setOptOutPolicy;

  it.each([
    [
      'review of clear wishes',
      { mode: 'REVIEW', reviewPeriod: 'PT1H', onTimeout: 'OPT_OUT' },
      'MARKETING_CANNOT_REVIEW',
      'mode',
    ],
    [
      'a revert',
      { mode: 'AT_ONCE', reviewPeriod: 'PT1H', onTimeout: 'REVERT' },
      'MARKETING_CANNOT_REVERT',
      'onTimeout',
    ],
  ])('refuses %s for marketing', async (_name, policy, code, field) => {
    expect(await set(newsletter, policy)).toEqual({ __typename: 'PolicyRefused', code, field });
  });

  it('refuses periods without a fixed length, and too long ones', async () => {
    const staff = toId('book', house.org.staffId);
    expect(
      await set(staff, { mode: 'REVIEW', reviewPeriod: 'P1M', onTimeout: 'REVERT' }),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reviewPeriod',
    });
    expect(
      await set(staff, { mode: 'REVIEW', reviewPeriod: 'P91D', onTimeout: 'REVERT' }),
    ).toMatchObject({
      code: 'REVIEW_PERIOD_OUT_OF_RANGE',
      field: 'reviewPeriod',
    });
  });

  it('adds a version, signed by its key', async () => {
    const staff = toId('book', house.org.staffId);
    expect(
      await set(staff, { mode: 'REVIEW', reviewPeriod: 'P14D', onTimeout: 'OPT_OUT' }),
    ).toMatchObject({
      addressBook: {
        optOutPolicy: {
          version: 2,
          mode: 'REVIEW',
          onTimeout: 'OPT_OUT',
          createdBy: 'admin of the test',
        },
      },
    });
  });
});
