import { readFileSync } from 'node:fs';
import { addContact } from '@adieu/db';
import { addressKey, signMessageLink } from '@adieu/keys';
import { sentSms, smsSender } from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toId } from '../../src/graphql/shared/ids.ts';
import { type House, openHouse } from '../house.ts';
import { leaveByPage } from '../leave.ts';
import { gateOf } from './people.ts';
import { brings, says, stopp, testGateway } from './test-gateway.ts';

const NUMBER = '+46700000051';
let house: House;
let senderId: string;
let book: string;
let person: string;
let mail: string;
let messageId: string;
let next = 0;

beforeAll(async () => {
  house = await openHouse({ smsIngresses: { ingressOf: () => testGateway } });
  const { test, org } = house;
  book = toId('book', org.newsletterId);
  senderId = await smsSender(test.db, org, { kind: 'NUMBER', address: NUMBER });
});
afterAll(() => house?.close());
beforeEach(async () => {
  next += 1;
  person = `+4670179${String(next).padStart(4, '0')}`;
  mail = `person-${next}@example.test`;
  const { test, org, now: at } = house;
  const addressBookId = org.newsletterId;
  const address = (channel: 'EMAIL' | 'SMS', text: string) =>
    ({ channel, address: text, addressKey: addressKey(org.ring, channel, text) }) as const;
  await test.db.transaction((tx) =>
    addContact(tx, {
      organisationId: org.organisationId,
      addressBookId,
      addresses: [address('EMAIL', mail), address('SMS', person)],
      language: 'sv',
      fields: {},
      now: at,
    }),
  );
  ({ messageId } = await sentSms(test.db, org, { senderId, addressBookId, to: person, at }));
});

const gate = (): Promise<string> =>
  gateOf(house, house.org, { number: person, addressBookId: house.org.newsletterId });

async function asks(input: object): Promise<void> {
  const { data } = await house.ask<{ requestOptOut: { __typename: string } }>(
    'mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { __typename ... on Problem { message } } }',
    { input: { scope: { kind: 'BOOK', id: book }, ...input } },
  );
  expect(data.requestOptOut).toMatchObject({ __typename: 'OptOutRequested' });
}

const methods = async (): Promise<string[]> => {
  const rows = await house.test.db.sql.rows<{ method: string }>(
    `SELECT q.method FROM opt_out_request q JOIN recipient r ON r.id = q.recipient_id WHERE r.address = $1`,
    [person],
  );
  return rows.map(({ method }) => method);
};

describe('no word is the only way to leave by number (SM-9)', () => {
  it.each<[string, string, () => Promise<unknown>]>([
    [
      'a keyword',
      'SMS_KEYWORD',
      () => says(house.url, { from: person, to: NUMBER, text: 'STOPP' }),
    ],
    [
      'the page of a link',
      'SMS_LINK',
      async () => {
        const token = signMessageLink(house.org.ring, messageId);
        expect(await leaveByPage(house, { token, choice: 'THIS_SCOPE' })).not.toHaveProperty(
          'code',
        );
      },
    ],
    [
      'a voice message, by whoever heard it',
      'MANUAL',
      () =>
        asks({
          address: person,
          channel: 'SMS',
          method: 'MANUAL',
          signal: 'CLEAR',
          note: 'Left a voice message: no more texts.',
        }),
    ],
    [
      'a mail that says all',
      'MAIL_REPLY',
      () => asks({ address: mail, method: 'MAIL_REPLY', signal: 'CLEAR', allChannels: true }),
    ],
    [
      'their gateway',
      'PROVIDER',
      () => brings(house.url, { kind: 'opted-out', from: person, to: NUMBER, at: null }),
    ],
  ])('%s counts as well, and is known as %s (F7)', async (_way, method, leave) => {
    await leave();
    expect(await gate()).toBe('OPTED_OUT');
    expect(await methods()).toEqual([method]);
  });

  it('and nothing in the API would close the others: nobody chooses by what one may leave', () => {
    const sdl = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
    const inputs = [...sdl.matchAll(/^input \w+ \{[^]*?^\}/gm)].map(([text]) => text);
    const takesWays = inputs.filter((text) => /: \[?OptOutMethod/.test(text));
    // A filter of the queue, and what was seen of one wish.
    expect(takesWays.map((text) => /^input (\w+)/.exec(text)![1]!).toSorted()).toEqual([
      'OptOutRequestFilter',
      'RequestOptOutInput',
    ]);
    const docs = readFileSync(new URL('../../../../docs/sms.md', import.meta.url), 'utf8');
    expect(docs).toContain('No word is\nthe only way');
  });
});

describe('what somebody writes by SMS changes their state by itself (E2, E6, N5)', () => {
  it.each([
    ['STOPP', 'OPTED_OUT'],
    ['Odhlásit', 'PAUSED'],
    ['snälla sluta skicka sms till mig', 'PAUSED'],
    ['už mi prosím nic neposílejte', 'PAUSED'],
    ['bitte keine sms mehr', 'PAUSED'],
    ['jeg vil ikke have flere beskeder', 'PAUSED'],
    ['please take me off your list', 'PAUSED'],
    ['Jag kör bil just nu och svarar senare.', 'ALLOWED'],
    ['Ich bin im Urlaub und ab Montag wieder erreichbar.', 'ALLOWED'],
    ['Tack! Vi ses på lördag 🌹', 'ALLOWED'],
  ])('%s', async (text, expected) => {
    await says(house.url, { from: person, to: NUMBER, text });
    expect(await gate()).toBe(expected);
    const { data } = await house.ask<{
      addressBook: { contacts: { nodes: { addresses: { channel: string; state: string }[] }[] } };
    }>(
      'query ($book: ID!, $address: String!) { addressBook(id: $book) { contacts(address: $address) { nodes { addresses { channel state } } } } }',
      { book, address: mail },
    );
    const [contact] = data.addressBook.contacts.nodes;
    const state = expected === 'ALLOWED' ? 'SUBSCRIBED' : expected;
    expect(contact!.addresses).toContainEqual({ channel: 'SMS', state });
    expect(contact!.addresses).toContainEqual({ channel: 'EMAIL', state: 'SUBSCRIBED' });
  });
});

it('a number is stored as E.164 and is one person, however and wherever it is written (SM-16)', async () => {
  await house.test.db.sql.rows(`UPDATE account SET country = 'SE' WHERE id = $1`, [
    house.org.accountId,
  ]);
  const { data } = await house.ask<{ addContact: object; importContacts: object }>(
    `mutation ($phone: AddContactInput!, $csv: ImportContactsInput!) {
       addContact(input: $phone) { __typename } importContacts(input: $csv) { __typename } }`,
    {
      phone: { addressBookId: book, phone: '070-181 00 01' },
      csv: { addressBookId: book, csv: 'phone\n0046 70 181 00 01\n' },
    },
  );
  expect(data).toEqual({
    addContact: { __typename: 'ContactAdded' },
    importContacts: { __typename: 'ContactsImported' },
  });
  await asks({ address: '+46 (0)70-181 00 01', channel: 'SMS' });
  await brings(house.url, { ...stopp(), from: '+46701810001', to: NUMBER });
  const rows = await house.test.db.sql.rows<{ address: string; contacts: number }>(
    `SELECT r.address, (SELECT count(*)::int FROM contact_address x WHERE x.recipient_id = r.id) AS contacts
     FROM recipient r WHERE r.channel = 'SMS' AND r.address LIKE '%701810001%'`,
  );
  expect(rows).toEqual([{ address: '+46701810001', contacts: 1 }]);
  const [wrong] = await house.test.db.sql.rows<{ count: number }>(
    String.raw`SELECT count(*)::int FROM recipient WHERE channel = 'SMS' AND address !~ '^\+[1-9]\d{6,14}$'`,
  );
  expect(wrong).toEqual({ count: 0 });
});
