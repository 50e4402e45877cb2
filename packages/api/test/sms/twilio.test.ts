import { readSmsGateways } from '@adieu/gateways';
import { openSmsIngresses } from '@adieu/intake';
import { smsSender } from '@adieu/testkit';
import twilio from 'twilio';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_INSTALLATION } from '../../src/installation.ts';
import { countOf, type House, openHouse } from '../house.ts';
import { gateOf, Talk } from './people.ts';

const { getExpectedTwilioSignature, getExpectedBodyHash } = twilio;
const TOKEN = 'f3e7cbf5d19d4b1d9f3e7cbf5d19d4b1';
const PUBLIC = 'https://adieu.example.test';
const NUMBER = '+46700000031';
const FORM = 'application/x-www-form-urlencoded';

let house: House;
let senderId: string;
let person: string;
let next = 0;

beforeAll(async () => {
  const gateway = {
    name: 'twilio',
    kind: 'twilio',
    senders: ['*'],
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: TOKEN,
  };
  house = await openHouse({
    smsIngresses: openSmsIngresses(readSmsGateways(JSON.stringify([gateway]))),
    installation: { ...LOCAL_INSTALLATION, publicUrl: PUBLIC },
  });
  senderId = await smsSender(house.test.db, house.org, { kind: 'NUMBER', address: NUMBER });
});
afterAll(() => house?.close());
beforeEach(async () => {
  next += 1;
  person = `+4670177${String(next).padStart(4, '0')}`;
  await new Talk(house, house.org, person).gets(senderId, house.org.newsletterId);
});

interface Sent {
  readonly form?: Readonly<Record<string, string>>;
  /** What was signed, where it is not what is sent. */
  readonly signedUrl?: string;
  readonly signedForm?: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
}

const stop = (more: object = {}): Record<string, string> => ({
  MessageSid: `SM${next}`,
  From: person,
  To: NUMBER,
  Body: 'Stopp!',
  ...more,
});

/** Sends what the vendor's own library signs to the api, as its proxy hands it on. */
async function send({
  form = stop(),
  signedForm = form,
  path = '/sms/twilio',
  signedUrl = PUBLIC + path,
  headers = {},
  token = TOKEN,
}: Sent = {}): Promise<{ status: number; body: string }> {
  const response = await fetch(house.url + path, {
    method: 'POST',
    headers: {
      'content-type': FORM,
      'x-twilio-signature': getExpectedTwilioSignature(token, signedUrl, signedForm),
      ...headers,
    },
    body: new URLSearchParams(form).toString(),
  });
  return { status: response.status, body: await response.text() };
}

const gate = (): Promise<string> =>
  gateOf(house, house.org, { number: person, addressBookId: house.org.newsletterId });

describe('what the vendor’s own library signs', () => {
  it('is taken, and answered by a document that sends nothing; the wish is in force by then', async () => {
    expect(await send()).toEqual({ status: 200, body: '<Response/>' });
    expect(await gate()).toBe('OPTED_OUT');
  });

  it('is taken behind a proxy that knows us by another name: PUBLIC_URL is what they called', async () => {
    const headers = { 'x-forwarded-host': 'other.example.test', 'x-forwarded-proto': 'http' };
    expect(await send({ headers })).toMatchObject({ status: 200 });
    expect(await gate()).toBe('OPTED_OUT');
  });

  it('is taken with a query, which is signed too', async () => {
    expect(await send({ path: '/sms/twilio?region=eu&x=%C3%A5' })).toMatchObject({ status: 200 });
    expect(await gate()).toBe('OPTED_OUT');
  });

  it.each([
    ['an MMS', { NumMedia: '1', MediaUrl0: 'https://media.example.test/1' }],
    ['an RCS message', () => ({ From: `rcs:${person}` })],
  ])('%s that says STOPP leaves like an SMS (SM-13)', async (_what, more) => {
    const form = stop(typeof more === 'function' ? more() : more);
    expect(await send({ form })).toMatchObject({ status: 200 });
    expect(await gate()).toBe('OPTED_OUT');
  });

  it('and was written to an agent of RCS that nobody sends from waits for an operator', async () => {
    const form = stop({ From: `rcs:${person}`, To: 'rcs:nordlys_agent' });
    expect(await send({ form })).toMatchObject({ status: 200 });
    const where = `state = 'PARKED' AND to_address = 'rcs:nordlys_agent' AND from_address = '${person}'`;
    expect(await countOf(house, 'inbound_message', where)).toBe(1);
  });

  it('is taken as JSON by its digest in the URL, and refused where a byte of it is another', async () => {
    const status = (body: string, digestOf: string) => {
      const path = `/sms/twilio/status?bodySHA256=${getExpectedBodyHash(digestOf)}`;
      return fetch(house.url + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-twilio-signature': getExpectedTwilioSignature(TOKEN, PUBLIC + path, {}),
        },
        body,
      });
    };
    const told = JSON.stringify({ MessageSid: 'SM-none', MessageStatus: 'delivered' });
    expect((await status(told, told)).status).toBe(200);
    expect((await status(`${told} `, told)).status).toBe(401);
  });
});

describe('what it does not sign is refused, and not even stored', () => {
  it.each<[string, () => Sent]>([
    ['another token', () => ({ token: 'another' })],
    ['another text', () => ({ signedForm: stop({ Body: 'Hej' }) })],
    ['another number', () => ({ signedForm: stop({ From: '+46701770000' }) })],
    ['a field more', () => ({ form: stop({ OptOutType: 'STOP' }), signedForm: stop() })],
    ['another path', () => ({ signedUrl: `${PUBLIC}/sms/twilio/status` })],
    [
      'a query that was not signed',
      () => ({ path: '/sms/twilio?x=1', signedUrl: `${PUBLIC}/sms/twilio` }),
    ],
    [
      'the name that a proxy says',
      () => ({
        signedUrl: 'https://other.example.test/sms/twilio',
        headers: { 'x-forwarded-host': 'other.example.test', host: 'other.example.test' },
      }),
    ],
    [
      'a digest of another body',
      () => ({ path: `/sms/twilio?bodySHA256=${getExpectedBodyHash('x')}`, signedForm: {} }),
    ],
    ['no signature', () => ({ headers: { 'x-twilio-signature': '' } })],
  ])('%s', async (_what, sent) => {
    const before = await countOf(house, 'inbound_message');
    expect(await send(sent())).toEqual({ status: 401, body: '' });
    expect(await countOf(house, 'inbound_message')).toBe(before);
    expect(await gate()).toBe('ALLOWED');
  });
});
