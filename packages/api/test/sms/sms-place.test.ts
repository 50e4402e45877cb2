import { importContacts } from '@adieu/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../../src/graphql/shared/ids.ts';
import { LOCAL_INSTALLATION } from '../../src/installation.ts';
import { docExamples } from '../doc-examples.ts';
import { type House, openHouse } from '../house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({
    installation: { ...LOCAL_INSTALLATION, carriesSms: (sender) => sender !== 'Unheard' },
  });
});
afterAll(() => house?.close());

async function asked<T>(query: string, variables: object): Promise<T> {
  const { data, errors } = await house.ask<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

async function created(more: object): Promise<{ id: string; isCarried: boolean }> {
  const { createSender } = await asked<{
    createSender: { sender: { id: string; isCarried: boolean } };
  }>(
    `mutation ($input: CreateSenderInput!) { createSender(input: $input) { ... on SenderCreated { sender { id isCarried } } ... on Problem { code message } } }`,
    { input: { accountId: toId('account', house.org.accountId), ...more } },
  );
  return createSender.sender;
}

const refusal = async (more: object) => {
  const { createSender } = await asked<{ createSender: object }>(
    'mutation ($input: CreateSenderInput!) { createSender(input: $input) { ... on Problem { code field message } } }',
    { input: { accountId: toId('account', house.org.accountId), ...more } },
  );
  return createSender;
};
const worksIn = (id: string, countries: readonly string[]) =>
  asked(
    'mutation ($input: UpdateSenderInput!) { updateSender(input: $input) { ... on SenderChanged { sender { countries } } ... on Problem { message } } }',
    { input: { id, countries } },
  );

const choose = (senderId: string) =>
  asked(
    'mutation ($input: SetAddressBookSenderInput!) { setAddressBookSender(input: $input) { ... on Problem { message } } }',
    {
      input: { addressBookId: toId('book', house.org.newsletterId), channel: 'SMS', senderId },
    },
  );

async function draft(): Promise<string> {
  const { createCampaign } = await asked<{ createCampaign: { campaign: { id: string } } }>(
    'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { ... on CampaignCreated { campaign { id } } ... on Problem { message } } }',
    {
      input: {
        addressBookId: toId('book', house.org.newsletterId),
        name: 'Spring by SMS',
        channel: 'SMS',
        text: [{ language: 'en', text: 'Hello' }],
      },
    },
  );
  return createCampaign.campaign.id;
}

interface Found {
  readonly level: string;
  readonly code: string;
  readonly message: string;
}
const said = ({ level, code }: Found): string => `${level} ${code}`;

async function found(id: string, when: object = {}): Promise<string[]> {
  const { checkCampaign } = await asked<{ checkCampaign: { findings: Found[] } }>(
    `mutation ($id: ID!, $sendAt: DateTime, $own: Boolean! = false) {
       checkCampaign(id: $id, sendAt: $sendAt, inRecipientsZone: $own) { findings { level code message } }
     }`,
    { id, ...when },
  );
  return checkCampaign.findings.map(said);
}

/** What is wrong with where or when a campaign would go as it is sent, or how many messages were queued. */
async function sent(id: string, when: object = {}): Promise<string[] | number> {
  const { sendCampaign } = await asked<{
    sendCampaign: { queued?: number; findings?: Found[] };
  }>(
    'mutation ($input: SendCampaignInput!) { sendCampaign(input: $input) { ... on CampaignSent { queued } ... on CampaignCheckFailed { findings { level code message } } ... on Problem { message } } }',
    { input: { id, ...when } },
  );
  return sendCampaign.queued ?? sendCampaign.findings!.map(said);
}

let line = 2;
/** In the newsletter, instead of whoever was there. */
async function readers(numbers: readonly string[]): Promise<void> {
  const { organisationId, newsletterId: addressBookId, ring } = house.org;
  await house.test.db.sql.rows(
    'UPDATE contact SET removed_at = $2 WHERE address_book_id = $1 AND removed_at IS NULL',
    [addressBookId, house.now],
  );
  const rows = numbers.map((address) => ({
    line: (line += 1),
    addresses: [{ channel: 'SMS' as const, address }],
    language: 'en' as const,
    fields: {},
  }));
  await importContacts(house.test.db, {
    organisationId,
    addressBookId,
    rows,
    ring,
    now: house.now,
  });
}

describe('what no gateway carries', () => {
  it('says so when it is made, and is no sender of a campaign (SM-15)', async () => {
    const unheard = await created({ smsKind: 'TEXT', address: 'Unheard' });
    const heard = await created({ smsKind: 'NUMBER', address: '+46766861004' });
    expect([unheard.isCarried, heard.isCarried]).toEqual([false, true]);
    const id = await draft();
    await choose(unheard.id);
    expect(await found(id)).toContain('ERROR CHANNEL_NOT_SERVED');
    await choose(heard.id);
    expect(await found(id)).not.toContain('ERROR CHANNEL_NOT_SERVED');
  });
});

const [SWEDE, DANE, SPANIARD, AMERICAN] = [
  '+46701740605',
  '+4520123456',
  '+34612345678',
  '+12025550123',
];

describe('what is sent from', () => {
  it('is refused where a text must be registered, until somebody said that it is (SM-15)', async () => {
    house.now = new Date('2026-12-01T11:00:00Z');
    await readers([SWEDE, SPANIARD]);
    const { id: sender } = await created({ smsKind: 'TEXT', address: 'Nordlys' });
    await choose(sender);
    const id = await draft();
    expect(await sent(id)).toEqual(['ERROR SENDER_NOT_ALLOWED']);
    expect(await worksIn(sender, ['se', 'SE'])).toEqual({
      updateSender: { sender: { countries: ['SE'] } },
    });
    expect(await sent(id)).toEqual(['ERROR SENDER_NOT_ALLOWED']);
    // As docs/sms.md says it.
    const { query } = docExamples('sms.md').examples.find(({ name }) => name === 'Countries')!;
    expect(await asked(query, { id: sender })).toEqual({
      updateSender: { sender: { address: 'Nordlys', countries: ['AU', 'ES'] } },
    });
    expect(await sent(id)).toBe(2);
  });

  it('is refused by no law before its day, nor for whom it does not go to (SM-15)', async () => {
    const { id: sender } = await created({ smsKind: 'TEXT', address: 'Nordlys 2' });
    await choose(sender);
    house.now = new Date('2026-09-14T11:00:00Z');
    await readers([SWEDE, SPANIARD]);
    const id = await draft();
    expect(await found(id)).toEqual([]);
    house.now = new Date('2026-12-01T11:00:00Z');
    expect(await found(id)).toEqual(['ERROR SENDER_NOT_ALLOWED']);
    await readers([SWEDE]);
    expect(await found(id)).toEqual([]);
  });

  it('is refused abroad where it is a short code (SM-15)', async () => {
    const { id: sender } = await created({
      smsKind: 'SHORT_CODE',
      address: '72080',
      countries: ['SE'],
    });
    await choose(sender);
    await readers([SWEDE, DANE]);
    const id = await draft();
    expect(await sent(id)).toEqual(['ERROR SENDER_NOT_ALLOWED']);
    await worksIn(sender, ['SE', 'DK']);
    expect(await found(id)).toEqual([]);
  });

  it('goes to no number as a test either, where it may not be sent or nobody knows whether it works (SM-15)', async () => {
    const tested = async (id: string, to: string): Promise<unknown> => {
      const { sendTestMails } = await asked<{ sendTestMails: object }>(
        'mutation ($input: SendTestMailsInput!) { sendTestMails(input: $input) { ... on TestMailsQueued { queued } ... on Problem { code field message } } }',
        { input: { campaignId: id, to: [to] } },
      );
      return sendTestMails;
    };
    const from = async (form: object): Promise<string> => {
      await choose((await created(form)).id);
      return draft();
    };
    const code = await from({ smsKind: 'SHORT_CODE', address: '72081' });
    expect(await tested(code, SWEDE)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'to',
      message: expect.stringMatching(
        /is of SE: a short code works in its own country alone.*changeAccount/,
      ),
    });
    const swedish = await from({ smsKind: 'SHORT_CODE', address: '72082', countries: ['SE'] });
    expect(await tested(swedish, SWEDE)).toEqual({ queued: 1 });
    expect(await tested(swedish, DANE)).toMatchObject({ code: 'INVALID_INPUT' });
    const text = await from({ smsKind: 'TEXT', address: 'Nordlys 4' });
    expect(await tested(text, AMERICAN)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it.each([
    [{ smsKind: 'TEXT', address: 'Nordlys 3', countries: ['UK'] }],
    [{ smsKind: 'NUMBER', address: '+46766861005', countries: ['SE'] }],
    [{ address: 'more@nordlys.example.test', countries: ['SE'] }],
  ])('%j is refused', async (more) => {
    expect(await refusal(more)).toMatchObject({ code: 'INVALID_INPUT', field: 'countries' });
  });
});

describe('the hour of a campaign', () => {
  it('is looked at by the countries of its readers, at the hour for which it is planned (SM-15)', async () => {
    const { id: sender } = await created({ smsKind: 'NUMBER', address: '+46766861009' });
    await choose(sender);
    await readers([SWEDE, AMERICAN]);
    const id = await draft();
    // 11:00 in Stockholm, 5:00 in New York.
    house.now = new Date('2026-12-01T10:00:00Z');
    expect(await sent(id)).toEqual(['ERROR SENT_AT_NIGHT']);
    const [evening, late] = ['2026-12-01T19:00:00Z', '2026-12-01T22:00:00Z'];
    expect(await found(id, { sendAt: '1970-01-01T00:00:00Z' })).toContain('ERROR SEND_AT_REFUSED');
    expect(await found(id, { sendAt: late })).toEqual(['WARNING SENT_AT_NIGHT']);
    expect(await found(id, { sendAt: evening })).toEqual([]);
    expect(await found(id, { sendAt: '2026-12-02T09:00:00Z', own: true })).toEqual([]);
    expect(await sent(id, { sendAt: '2026-12-02T05:00:00Z' })).toContain('ERROR SENT_AT_NIGHT');
    expect(await sent(id, { sendAt: evening })).toBe(2);
  });
});
