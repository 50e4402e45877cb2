import { smsSender } from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toId } from '../../src/graphql/shared/ids.ts';
import { countOf, type House, openHouse } from '../house.ts';
import { Talk } from './people.ts';
import { says, testGateway } from './test-gateway.ts';

const NUMBER = '+46700000071';
const CODE = '72080';
let house: House;
let talk: Talk;
let person: string;
let senderId: string;
let next = 0;

beforeAll(async () => {
  house = await openHouse({
    smsIngresses: { ingressOf: () => testGateway },
    shortCodes: new Set([CODE]),
  });
  senderId = await smsSender(house.test.db, house.org, { kind: 'NUMBER', address: NUMBER });
  await house.test.db.sql.rows('UPDATE sender SET is_default = true WHERE id = $1', [senderId]);
});
afterAll(() => house?.close());
beforeEach(async () => {
  next += 1;
  person = `+4670187${String(next).padStart(4, '0')}`;
  talk = new Talk(house, house.org, person);
  await talk.gets(senderId, house.org.newsletterId);
});

const gate = (): Promise<string> => talk.gate(house.org.newsletterId);
const kept = (): Promise<number> =>
  countOf(house, 'inbound_message', `from_address = '${person}' AND text IS NOT NULL`);

describe('a text that somebody writes, however odd, is kept and read', () => {
  it.each([
    ['NUL in a keyword', 'STO\0P', 'PAUSED'],
    ['NUL after it', 'STOPP\0', 'OPTED_OUT'],
    ['half a character after it', 'STOPP \ud83d', 'OPTED_OUT'],
    ['emoji around it', '🙏🏽 STOPP 🙏🏽👨‍👩‍👧', 'OPTED_OUT'],
    ['marks that turn the direction', '\u202eSTOPP\u202c \u200f', 'OPTED_OUT'],
    ['letters of full width', 'ＳＴＯＰＰ', 'OPTED_OUT'],
    ['a letter that is not seen in it', 'ST\u200bOP\u00adP', 'OPTED_OUT'],
    ['Arabic', 'شكرا لكم، أراكم غدا', 'ALLOWED'],
    ['Hebrew around a keyword', 'בבקשה STOP', 'PAUSED'],
    ['nothing but emoji', '👍👍🏽🎉', 'ALLOWED'],
    ['nothing', '', 'ALLOWED'],
    ['20 parts of thanks', 'tack '.repeat(612), 'ALLOWED'],
    ['20 parts that begin with a wish', `sluta skicka sms ${'bla '.repeat(760)}`, 'PAUSED'],
    ['a keyword again and again, 20 parts long', 'STOPP '.repeat(510), 'OPTED_OUT'],
  ])('%s', async (_what, text, expected) => {
    expect(await says(house.url, { from: person, to: NUMBER, text })).toBe(204);
    expect(await kept()).toBe(1);
    expect(await gate()).toBe(expected);
  });

  it('in 20 parts, out of order and each twice, is one text', async () => {
    const whole = `sluta skicka sms ${'bla '.repeat(750)}`;
    const size = Math.ceil(whole.length / 20);
    const parts = Array.from({ length: 20 }, (_, i) => ({
      text: whole.slice(i * size, (i + 1) * size),
      part: { ref: `long-${next}`, number: i + 1, of: 20 },
    }));
    for (const { text, part } of [...parts.toReversed(), ...parts])
      expect(
        await says(house.url, {
          from: person,
          to: NUMBER,
          text,
          part,
          gatewayId: `${person}-${part.number}`,
        }),
      ).toBe(204);
    expect(
      await countOf(
        house,
        'opt_out_request',
        `state = 'PENDING' AND received_at >= '${house.now.toISOString()}'`,
      ),
    ).toBe(1);
    expect(await gate()).toBe('PAUSED');
  });
});

describe('a text that is to be sent', () => {
  async function make(text: string): Promise<Record<string, unknown>> {
    const { data, errors } = await house.ask<{ createCampaign: Record<string, unknown> }>(
      `mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) {
         __typename ... on CampaignCreated { campaign { id } } ... on Problem { code field message } } }`,
      {
        input: {
          addressBookId: toId('book', house.org.newsletterId),
          name: 'Odd',
          channel: 'SMS',
          text: [{ language: 'sv', text }],
        },
      },
    );
    return data?.createCampaign ?? { refused: errors![0]!.message };
  }

  it.each([
    ['NUL', 'Hej \0 du'],
    ['half a character', 'Hej \ud83d du'],
  ])('with %s is refused with what is wrong', async (_what, text) => {
    const before = await countOf(house, 'campaign');
    const made = await make(text);
    expect(JSON.stringify(made)).toMatch(/characters/i);
    expect(await countOf(house, 'campaign')).toBe(before);
  });

  it.each([
    ['of the right to left', 'شكرا لكم', 'UCS-2'],
    ['with emoji of several characters', 'Grattis 👨‍👩‍👧 och 🙏🏽', 'UCS-2'],
    ['of one line of GSM-7', 'Hej!\nVälkommen', 'GSM-7'],
  ])('%s is taken, and counted as it goes out', async (_what, text, encoding) => {
    const made = await make(text);
    expect(made).toMatchObject({ __typename: 'CampaignCreated' });
    const { id } = made['campaign'] as { id: string };
    const { data } = await house.ask<{ previewCampaign: { text: string; sms: object } }>(
      'query ($input: PreviewCampaignInput!) { previewCampaign(input: $input) { ... on CampaignPreview { text sms { encoding parts } } } }',
      { input: { campaignId: id } },
    );
    expect(data.previewCampaign.text).toContain(text);
    expect(data.previewCampaign.sms).toEqual({ encoding, parts: 1 });
  });
});

it('who never had an SMS from a short code and writes STOPP to it stands in its block list, which is for operators, and in no book’s (A8)', async () => {
  await says(house.url, { from: person, to: CODE, text: 'STOPP' });
  expect(
    await countOf(
      house,
      'opt_out_request',
      `recipient_id IN (SELECT id FROM recipient WHERE address = '${person}')`,
    ),
  ).toBe(0);
  expect(await countOf(house, 'platform_block', 'address_book_id IS NULL')).toBe(1);
  const list = '{ platformBlocks { nodes { number } } }';
  const asked = async (key: string) => (await house.ask<unknown>(list, {}, key)).errors?.length;
  expect(await asked(house.org.operatorKey)).toBeUndefined();
  for (const key of [house.org.adminKey, house.org.reviewerKey])
    expect(await asked(key)).toBeGreaterThan(0);
});
