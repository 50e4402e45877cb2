import { addContact, createAddressBook } from '@adieu/db';
import { addressKey } from '@adieu/keys';
import { type Seed, seed, sentSms, smsSender } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../house.ts';
import { brings, says, testGateway } from './test-gateway.ts';

const NUMBER = '+14155550199';
let house: House;
let nextPerson = 0;

beforeAll(async () => {
  house = await openHouse({
    smsIngresses: { ingressOf: () => testGateway },
    shortCodes: new Set(['72080']),
  });
});
afterAll(() => house?.close());

/** An organisation that has sent an SMS from its number to somebody; who writes what gives the scopes that they left. */
async function sentTo(person: string, from = NUMBER, kind: 'NUMBER' | 'TEXT' = 'NUMBER') {
  const seeded = await seed(house.test.db, { name: `Sender ${from} to ${person}` });
  // One installation has one ring.
  const org: Seed = { ...seeded, ring: house.org.ring };
  const senderId = await smsSender(house.test.db, org, { kind, address: from });
  const at = new Date(house.now.getTime() - 60_000);
  await sentSms(house.test.db, org, { senderId, addressBookId: org.newsletterId, to: person, at });
  return org;
}

async function left(org: Seed): Promise<string[]> {
  const rows = await house.test.db.sql.rows<{ text: string }>(
    `SELECT method || ' ' || channel || ' ' || scope_kind AS text FROM opt_out_request
     WHERE organisation_id = $1 ORDER BY channel, id`,
    [org.organisationId],
  );
  return rows.map(({ text }) => text);
}

const american = (): string => `+1415555${String((nextPerson += 1)).padStart(4, '0')}`;

describe('one word of a number of the US', () => {
  it('ends one book until 30 January 2027, and all marketing of its account from the day after (SM-19)', async () => {
    const before = house.now;
    const answers: string[][] = [];
    for (const instant of ['2027-01-31T04:59:00Z', '2027-01-31T05:00:00Z']) {
      house.now = new Date(instant);
      const [person, number] = [american(), american()];
      const org = await sentTo(person, number);
      expect(await says(house.url, { from: person, to: number, text: 'STOP' })).toBe(204);
      answers.push(await left(org));
    }
    house.now = before;
    expect(answers).toEqual([['SMS_KEYWORD SMS BOOK'], ['SMS_KEYWORD SMS ACCOUNT']]);
  });

  it('may stand among others (SM-3)', async () => {
    const [person, number] = [american(), american()];
    const org = await sentTo(person, number);
    await says(house.url, { from: person, to: number, text: 'please stop texting me' });
    const [row] = await house.test.db.sql.rows<{ signal: string }>(
      'SELECT signal FROM opt_out_request WHERE organisation_id = $1',
      [org.organisationId],
    );
    expect(row).toEqual({ signal: 'CLEAR' });
  });
});

it('STOP to what nobody can leave, receipts and codes, leaves all marketing of its account: it is never lost (SM-8)', async () => {
  const [person, number] = [american(), american()];
  const seeded = await seed(house.test.db, { name: 'Sends codes' });
  const org: Seed = { ...seeded, ring: house.org.ring };
  const made = await createAddressBook(house.test.db.sql, {
    accountId: org.accountId,
    name: 'Codes',
    purpose: 'TRANSACTIONAL',
    createdBy: 'test',
  });
  const { addressBookId } = made as { addressBookId: string };
  const senderId = await smsSender(house.test.db, org, { kind: 'NUMBER', address: number });
  const at = new Date(house.now.getTime() - 60_000);
  await sentSms(house.test.db, org, { senderId, addressBookId, to: person, at });
  await says(house.url, { from: person, to: number, text: 'STOP' });
  expect(await left(org)).toEqual(['SMS_KEYWORD SMS ACCOUNT']);
});

it('STOP leaves what comes by SMS, RCS and MMS, and mail only where they said all (SM-13)', async () => {
  for (const [text, leaves] of [
    ['STOP', ['SMS_KEYWORD SMS BOOK']],
    ['STOP ALL', ['SMS_KEYWORD EMAIL ACCOUNT', 'SMS_KEYWORD SMS ACCOUNT']],
  ] as const) {
    const [person, number] = [american(), american()];
    const org = await sentTo(person, number);
    const mail = `both-${nextPerson}@example.test`;
    await house.test.db.transaction((tx) =>
      addContact(tx, {
        organisationId: org.organisationId,
        addressBookId: org.newsletterId,
        addresses: [
          { channel: 'EMAIL', address: mail, addressKey: addressKey(org.ring, 'EMAIL', mail) },
          { channel: 'SMS', address: person, addressKey: addressKey(org.ring, 'SMS', person) },
        ],
        language: 'en',
        fields: {},
        now: house.now,
      }),
    );
    await says(house.url, { from: person, to: number, text });
    expect(await left(org), text).toEqual(leaves);
  }
});

it('a text sender’s reader leaves its book by STOPP to the short code of the installation (A3, SM-5)', async () => {
  const person = '+46701740001';
  const org = await sentTo(person, 'Nordlys', 'TEXT');
  await says(house.url, { from: person, to: '72080', text: 'STOPP' });
  expect(await left(org)).toEqual(['SMS_KEYWORD SMS BOOK']);
});

describe('what a gateway tells without a message', () => {
  it('that somebody opted out there is an opt-out here (SM-12)', async () => {
    const [person, number] = [american(), american()];
    const org = await sentTo(person, number);
    const event = { kind: 'opted-out', from: person, to: number, at: null };
    expect(await brings(house.url, event)).toBe(204);
    expect(await brings(house.url, event)).toBe(204);
    expect(await left(org)).toEqual(['PROVIDER SMS BOOK']);
  });

  it('that a number is somebody else’s ends what was agreed to, in every organisation (SM-18)', async () => {
    const person = american();
    const [one, other] = [await sentTo(person, american()), await sentTo(person, american())];
    expect(await brings(house.url, { kind: 'deactivated', number: person, at: null })).toBe(204);
    for (const org of [one, other]) expect(await left(org)).toEqual(['PROVIDER SMS ORGANISATION']);
    const [row] = await house.test.db.sql.rows<{ needs: boolean }>(
      `SELECT needs_double_opt_in(r.id, r.organisation_id, $2, $3) AS needs FROM recipient r
       WHERE r.organisation_id = $1 AND r.channel = 'SMS'`,
      [one.organisationId, one.accountId, one.newsletterId],
    );
    expect(row).toEqual({ needs: true });
  });

  it('of a campaign’s message is kept on it, by our id or by the gateway’s, and an opt-out told by it is one (SM-12, SM-20)', async () => {
    const [person, number] = [american(), american()];
    const org = await sentTo(person, number);
    const messageOf = async (): Promise<Record<string, string | null>> => {
      const [row] = await house.test.db.sql.rows<Record<string, string | null>>(
        `SELECT m.id, d.state, d.code FROM message m JOIN campaign c ON c.id = m.campaign_id
         LEFT JOIN sms_delivery d ON d.message_id = m.id WHERE c.organisation_id = $1`,
        [org.organisationId],
      );
      return row!;
    };
    const { id } = await messageOf();
    const status = { kind: 'status', gatewayId: 'g-1', code: null, optedOut: false, at: null };
    await brings(house.url, { ...status, ourId: id, state: 'SENT' });
    await brings(house.url, { ...status, ourId: null, state: 'DELIVERED' });
    expect(await messageOf()).toEqual({ id, state: 'DELIVERED', code: null });
    expect(await left(org)).toEqual([]);
    const refused = { state: 'FAILED', code: '21610', optedOut: true };
    await brings(house.url, { ...status, ...refused, gatewayId: null, ourId: id });
    expect(await messageOf()).toEqual({ id, state: 'FAILED', code: '21610' });
    expect(await left(org)).toEqual(['PROVIDER SMS BOOK']);
  });

  it('of a message that is none of ours changes nothing', async () => {
    const status = {
      kind: 'status',
      gatewayId: 'x',
      state: 'FAILED',
      code: '21610',
      optedOut: true,
      at: null,
    };
    for (const ourId of [null, 'none', '00000000-0000-7000-8000-000000000000'])
      expect(await brings(house.url, { ...status, ourId })).toBe(204);
  });
});
