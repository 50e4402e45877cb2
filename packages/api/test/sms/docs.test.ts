import { readFileSync } from 'node:fs';
import { createAddressBook } from '@adieu/db';
import { smsSender } from '@adieu/testkit';
import { buildSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countOf, type House, openHouse } from '../house.ts';
import { Talk } from './people.ts';
import { testGateway } from './test-gateway.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const docs = read('../../../../docs/sms.md');
const CODE = '72080';
const NUMBER = '+46700000061';

let house: House;
let talk: Talk;
let books: Record<'roses' | 'news', string>;
let senders: Record<'roses' | 'number', string>;
let next = 0;

beforeAll(async () => {
  house = await openHouse({
    smsIngresses: { ingressOf: () => testGateway },
    shortCodes: new Set([CODE]),
  });
  const { test, org } = house;
  const made = await createAddressBook(test.db.sql, {
    accountId: org.accountId,
    name: 'Roses',
    purpose: 'MARKETING',
    createdBy: 'test',
  });
  if ('refused' in made) throw new Error(made.refused);
  books = { roses: made.addressBookId, news: org.newsletterId };
  const code = { kind: 'SHORT_CODE', address: CODE, keyword: 'ROSOR' } as const;
  senders = {
    roses: await smsSender(test.db, org, { ...code, addressBookId: books.roses }),
    number: await smsSender(test.db, org, { kind: 'NUMBER', address: NUMBER }),
  };
});
afterAll(() => house?.close());
beforeEach(async () => {
  next += 1;
  talk = new Talk(house, house.org, `+4670185${String(next).padStart(4, '0')}`);
  await talk.gets(senders.number, books.news);
});

/** The second column of the row of the table of answers that begins so. */
function row(they: string): string {
  const chapter = /^## Answers$([^]*?)(?=^## )/m.exec(docs)![1]!;
  const found = chapter.split('\n').find((line) => line.startsWith(`| ${they}`));
  if (found === undefined) throw new Error(`docs/sms.md has no answer to ${they}`);
  return found.split('|')[2]!.trim();
}
const gates = async (): Promise<string[]> => [
  await talk.gate(books.news),
  await talk.gate(books.roses),
];

describe('the table of answers in docs/sms.md', () => {
  it('STOPP alone', async () => {
    expect(row('STOPP, STOP and their like')).toMatch(/leave the book of the latest SMS/);
    await talk.writes(NUMBER, 'STOPP');
    expect(await gates()).toEqual(['OPTED_OUT', 'ALLOWED']);
  });

  it('a codeword and STOPP', async () => {
    expect(row('codeword and STOPP')).toMatch(/leave the codeword's book/);
    await talk.writes(CODE, 'ROSOR STOPP');
    expect(await gates()).toEqual(['ALLOWED', 'OPTED_OUT']);
  });

  it('STOPP to a short code of many', async () => {
    expect(row('STOPP alone, to a short code of many')).toMatch(
      /nothing more from that short code/,
    );
    await talk.writes(CODE, 'STOPP');
    expect(await talk.gate(books.roses)).toBe('SENDER_BLOCKED');
  });

  it('STOP ALL', async () => {
    expect(row('STOP ALL')).toMatch(/all marketing of the account/);
    await talk.writes(NUMBER, 'STOP ALL');
    expect(await gates()).toEqual(['OPTED_OUT', 'OPTED_OUT']);
  });

  it('own words', async () => {
    expect(row('the same in words of their own')).toMatch(/paused at once/);
    for (const [, text] of docs.matchAll(/^- \*\*A wish in own words\*\* \("([^"]+)"/gm))
      await talk.writes(NUMBER, text!);
    expect(await gates()).toEqual(['PAUSED', 'ALLOWED']);
  });

  it('START, the second word, and YES without a prompt', async () => {
    expect(row('START')).toMatch(/brings back the book of the latest SMS/);
    expect(row('YES or JA without a prompt')).toBe('nothing');
    await talk.writes(NUMBER, 'STOP ALL');
    expect(await talk.writes(NUMBER, 'JA')).toBe('NOTHING');
    expect(await talk.writes(NUMBER, 'START')).toBe('DOUBLE_OPT_IN');
    expect(await talk.writes(NUMBER, 'JA')).toBe('CONFIRMATION');
    expect(await gates()).toEqual(['ALLOWED', 'OPTED_OUT']);
  });

  it('HELP, INFO and TEST, five a day', async () => {
    expect(row('HELP, INFO; TEST')).toMatch(/five a day at most/);
    const became: (string | null)[] = [];
    for (const text of ['HELP', 'INFO', 'TEST', 'HELP', 'INFO', 'HELP'])
      became.push(await talk.writes(NUMBER, text));
    expect(became).toEqual([...Array.from({ length: 5 }, () => 'ANSWER'), 'NOTHING']);
  });

  it('anything else is kept', async () => {
    expect(row('anything else')).toMatch(/kept for 30 days/);
    const before = await countOf(house, 'inbound_message');
    for (const [, text] of docs.matchAll(/Elsewhere "([^"]+)" and\n/g))
      expect(await talk.writes(NUMBER, text!)).toBe('NOTHING');
    expect(await countOf(house, 'inbound_message')).toBe(before + 1);
    expect(await gates()).toEqual(['ALLOWED', 'ALLOWED']);
  });
});

it('every keyword that docs/sms.md shows as a way of writing leaves', async () => {
  const [, , shown] =
    /^- \*\*A word alone\*\* \((.+?)\) leaves at once, however it is written: (.+) are STOPP\.$/m.exec(
      docs,
    )!;
  const ways = [...shown!.matchAll(/`([^`]+)`/g)].map(([, way]) => way!);
  expect(ways).toHaveLength(2);
  for (const way of ways) {
    talk = new Talk(house, house.org, `+4670186${String((next += 1)).padStart(4, '0')}`);
    await talk.gets(senders.number, books.news);
    await talk.writes(NUMBER, way);
    expect(await talk.gate(books.news), way).toBe('OPTED_OUT');
  }
});

it('every field and value of GraphQL that docs/sms.md names is there', () => {
  const schema = buildSchema(read('../../schema.graphql'));
  const known = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type)) for (const { name } of type.getValues()) known.add(name);
    if (isObjectType(type) || isInputObjectType(type))
      for (const name of Object.keys(type.getFields())) known.add(name);
  }
  // Settings of the installation, and words of recipients.
  const others = new Set([
    'SMS_SHORT_CODES',
    'SHORT_LINK_HOST',
    'SMS_GATEWAYS_FILE',
    'PUBLIC_URL',
    'TRUSTED_PROXIES',
    'ROSOR',
  ]);
  const prose = docs.replace(/^## Gateways$[^]*?(?=^## |$(?![^]))/m, '');
  const names = [...prose.matchAll(/`([a-z]+[A-Z]\w*|[A-Z]+_[A-Z_]+|[A-Z]{4,})(?:\(|:|`)/g)].map(
    ([, name]) => name!,
  );
  expect(names).toEqual(
    expect.arrayContaining(['createSender', 'platformBlocks', 'SENDER_BLOCKED']),
  );
  expect(names.filter((name) => !known.has(name) && !others.has(name))).toEqual([]);
});
