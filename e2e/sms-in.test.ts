import { until } from '@adieu/testkit/until';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoints } from './endpoints.ts';
import { graphql } from './graphql.ts';
import { limited } from './limited.ts';
import { sharedProduct } from './shared-product.ts';
import { sendSms, smsBook, smsSender } from './sms-campaign.ts';

const CODE = '72080';
let endpoints: Endpoints;

beforeAll(async () => {
  endpoints = await sharedProduct();
});

interface Sender {
  readonly kind: 'NUMBER' | 'TEXT' | 'SHORT_CODE';
  readonly address: string;
  readonly keyword?: string;
}

interface OnPhone {
  readonly id: string;
  readonly phone: string;
  readonly direction: 'TO_PHONE' | 'FROM_PHONE';
  readonly text: string;
  readonly state: string;
}

async function messages(): Promise<readonly OnPhone[]> {
  const response = await limited(`${endpoints.handset}/messages.json`);
  return ((await response.json()) as { messages: OnPhone[] }).messages;
}

/** A book, and an SMS of it that somebody has on their telephone, from a sender of this kind; gives the book's id. */
async function hadSms(name: string, sender: Sender, to: string): Promise<string> {
  const senderId = await smsSender(endpoints, sender.kind, sender.address, sender.keyword);
  const bookId = await smsBook(endpoints, { name, senderId, numbers: [to] });
  await sendSms(endpoints, bookId, { name });
  await until(async () => (await textsTo(to)).some((text) => text.startsWith(name)));
  return bookId;
}

/** Somebody answers; resolves when Adieu has said that it took it. */
async function writes(phone: string, other: string, text: string): Promise<void> {
  const response = await limited(`${endpoints.handset}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ phone, other, text }),
  });
  const { id } = (await response.json()) as { id: string };
  await until(async () =>
    (await messages()).some((each) => each.id === id && each.state === 'TAKEN'),
  );
}

interface Answer {
  readonly allowed: boolean;
  readonly request: { readonly method: string } | null;
}

async function mayContact(address: string, addressBookId: string): Promise<Answer> {
  const { mayContact: answer } = await graphql<{ mayContact: Answer }>(
    endpoints,
    'query ($input: MayContactInput!) { mayContact(input: $input) { allowed request { method } } }',
    { input: { address, channel: 'SMS', addressBookId } },
  );
  return answer;
}

async function textsTo(phone: string): Promise<string[]> {
  return (await messages())
    .filter((each) => each.phone === phone && each.direction === 'TO_PHONE')
    .map(({ text }) => text);
}

describe('STOPP on a telephone', () => {
  it.each([
    ['a number', { kind: 'NUMBER', address: '+46700000090' }, '+46700000090', '+46701740090'],
    [
      'a short code',
      { kind: 'SHORT_CODE', address: CODE, keyword: 'TULPAN' },
      CODE,
      '+46701740091',
    ],
    ['a text, by the short code', { kind: 'TEXT', address: 'Nordlys SMS' }, CODE, '+46701740092'],
  ] as const)(
    'to %s is in force when its gateway hears that it was taken (A3, SM-5)',
    async (name, sender, to, phone) => {
      const bookId = await hadSms(`By SMS from ${name}`, sender, phone);
      expect((await mayContact(phone, bookId)).allowed).toBe(true);
      await writes(phone, to, 'Stopp!');
      expect(await mayContact(phone, bookId)).toEqual({
        allowed: false,
        request: { method: 'SMS_KEYWORD' },
      });
    },
  );

  it('and START with the second word is the way back (A6, E1)', async () => {
    const phone = '+46701740093';
    const to = '+46700000093';
    const bookId = await hadSms('Back by SMS', { kind: 'NUMBER', address: to }, phone);
    await writes(phone, to, 'STOPP');
    expect((await mayContact(phone, bookId)).allowed).toBe(false);
    await writes(phone, to, 'START');
    await until(async () => (await textsTo(phone)).some((text) => text.includes('"Back by SMS"')));
    // Here a prompt is on the telephone a moment before it is on record that it went; who answers in that moment answers again.
    await until(async () => {
      await writes(phone, to, 'JA');
      return (await mayContact(phone, bookId)).allowed;
    });
  });
});
