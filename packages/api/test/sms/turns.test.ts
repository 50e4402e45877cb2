import { addContact, createAddressBook } from '@adieu/db';
import { SECOND_WORD_HOURS } from '@adieu/domain';
import { readDueSms } from '@adieu/intake';
import { addressKey } from '@adieu/keys';
import { smsSender } from '@adieu/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countOf, type House, openHouse } from '../house.ts';
import { Talk } from './people.ts';
import { testGateway } from './test-gateway.ts';

const NUMBER = '+46700000021';
const OTHER = '+46700000022';
const CODE = '72080';

let house: House;
let talk: Talk;
let senders: Record<'number' | 'other' | 'roses' | 'tulips', string>;
let books: Record<'roses' | 'tulips', string>;
let nextPerson = 0;

beforeAll(async () => {
  house = await openHouse({ smsIngresses: { ingressOf: () => testGateway } });
  const { test, org } = house;
  const book = async (name: string): Promise<string> => {
    const { accountId } = org;
    const made = await createAddressBook(test.db.sql, {
      accountId,
      name,
      purpose: 'MARKETING',
      createdBy: 'test',
    });
    if ('refused' in made) throw new Error(made.refused);
    return made.addressBookId;
  };
  books = { roses: await book('Roses'), tulips: await book('Tulips') };
  const code = (keyword: string, addressBookId: string): Promise<string> =>
    smsSender(test.db, org, { kind: 'SHORT_CODE', address: CODE, keyword, addressBookId });
  senders = {
    number: await smsSender(test.db, org, { kind: 'NUMBER', address: NUMBER }),
    other: await smsSender(test.db, org, { kind: 'NUMBER', address: OTHER }),
    roses: await code('ROSOR', books.roses),
    tulips: await code('TULPAN', books.tulips),
  };
});
afterAll(() => house?.close());
beforeEach(() => {
  nextPerson += 1;
  talk = new Talk(house, house.org, `+4670174${String(nextPerson).padStart(4, '0')}`);
});

const gates = async (): Promise<[roses: string, tulips: string]> => [
  await talk.gate(books.roses),
  await talk.gate(books.tulips),
];

describe('START, the second word and STOPP in turns (A6, SM-6)', () => {
  it('the second word after a STOPP brings nobody back', async () => {
    await talk.gets(senders.number, books.roses);
    await talk.writes(NUMBER, 'STOPP');
    await talk.writes(NUMBER, 'START');
    await talk.writes(NUMBER, 'STOPP');
    expect(await talk.writes(NUMBER, 'JA')).toBe('NOTHING');
    expect(await talk.gate(books.roses)).toBe('OPTED_OUT');
  });

  it('said twice it is one consent', async () => {
    await talk.gets(senders.number, books.roses);
    await talk.writes(NUMBER, 'STOPP');
    await talk.writes(NUMBER, 'START');
    const before = await countOf(house, 'double_opt_in_proof');
    expect(await talk.writes(NUMBER, 'JA')).toBe('CONFIRMATION');
    expect(await talk.writes(NUMBER, 'JA')).toBe('NOTHING');
    expect(await countOf(house, 'double_opt_in_proof')).toBe(before + 1);
    expect(await talk.gate(books.roses)).toBe('ALLOWED');
  });

  it('faster than it is on record what they were asked, it is read again and brings them back', async () => {
    await talk.gets(senders.number, books.roses);
    await talk.writes(NUMBER, 'STOPP');
    talk.isSlow = true;
    await talk.writes(NUMBER, 'START');
    expect(await talk.writes(NUMBER, 'JA')).toBeNull();
    expect(await talk.gate(books.roses)).toBe('OPTED_OUT');
    await talk.isAsked();
    talk.passes(60);
    const { test, now } = house;
    const clock = (): Date => now;
    const log = pino({ level: 'silent' });
    expect(await readDueSms({ db: test.db, log, clock, shortCodes: new Set() })).toBe(1);
    expect(await talk.gate(books.roses)).toBe('ALLOWED');
  });

  it('answers nothing where the question did not arrive', async () => {
    await talk.gets(senders.number, books.roses);
    await talk.writes(NUMBER, 'STOPP');
    await talk.writes(NUMBER, 'START');
    await talk.promptFails();
    expect(await talk.writes(NUMBER, 'JA')).toBe('NOTHING');
    expect(await talk.gate(books.roses)).toBe('OPTED_OUT');
  });

  it('after its time it brings nobody back, and START asks anew', async () => {
    await talk.gets(senders.number, books.roses);
    await talk.writes(NUMBER, 'STOPP');
    await talk.writes(NUMBER, 'START');
    talk.passes(SECOND_WORD_HOURS * 3600);
    expect(await talk.writes(NUMBER, 'JA')).toBe('NOTHING');
    expect(await talk.gate(books.roses)).toBe('OPTED_OUT');
    await talk.writes(NUMBER, 'START');
    talk.passes(SECOND_WORD_HOURS * 3600 - 120);
    expect(await talk.writes(NUMBER, 'JA')).toBe('CONFIRMATION');
    expect(await talk.gate(books.roses)).toBe('ALLOWED');
  });

  it('START after a STOPP asks again at once, three times a day at most', async () => {
    await talk.gets(senders.number, books.roses);
    await talk.writes(NUMBER, 'STOPP');
    for (const _ of [1, 2]) {
      expect(await talk.writes(NUMBER, 'START')).toBe('DOUBLE_OPT_IN');
      expect(await talk.writes(NUMBER, 'START')).toBe('NOTHING');
      await talk.writes(NUMBER, 'STOPP');
    }
    expect(await talk.writes(NUMBER, 'START')).toBe('DOUBLE_OPT_IN');
    expect(await talk.writes(NUMBER, 'JA')).toBe('CONFIRMATION');
    expect(await talk.gate(books.roses)).toBe('ALLOWED');
  });

  it('no fourth question is asked in a day, however often they stop between', async () => {
    await talk.gets(senders.number, books.roses);
    const became: (string | null)[] = [];
    for (let round = 0; round < 4; round += 1) {
      await talk.writes(NUMBER, 'STOPP');
      became.push(await talk.writes(NUMBER, 'START'));
    }
    expect(became).toEqual(['DOUBLE_OPT_IN', 'DOUBLE_OPT_IN', 'DOUBLE_OPT_IN', 'NOTHING']);
  });

  it('a word of the language that was asked in agrees, whatever country the number is of', async () => {
    const { test, org, now } = house;
    const address = '+46701750001';
    const ofContact = {
      channel: 'SMS',
      address,
      addressKey: addressKey(org.ring, 'SMS', address),
    } as const;
    await test.db.transaction((tx) =>
      addContact(tx, {
        organisationId: org.organisationId,
        addressBookId: books.roses,
        addresses: [ofContact],
        language: 'da',
        fields: {},
        now,
      }),
    );
    talk = new Talk(house, org, address);
    await talk.gets(senders.number, books.roses);
    await talk.writes(NUMBER, 'STOPP');
    expect(await talk.writes(NUMBER, 'ja tak')).toBe('NOTHING');
    await talk.writes(NUMBER, 'START');
    expect(await talk.writes(NUMBER, 'ja tak')).toBe('CONFIRMATION');
    expect(await talk.gate(books.roses)).toBe('ALLOWED');
  });

  it('that was sent before the START that it seems to answer is none (SM-20)', async () => {
    await talk.gets(senders.number, books.roses);
    await talk.writes(NUMBER, 'STOPP');
    const before = house.now;
    talk.passes(600);
    await talk.writes(NUMBER, 'START', house.now);
    expect(await talk.writes(NUMBER, 'JA', before)).toBe('NOTHING');
    expect(await talk.gate(books.roses)).toBe('OPTED_OUT');
    expect(await talk.writes(NUMBER, 'JA', house.now)).toBe('CONFIRMATION');
  });
});

describe('two books of one sender (A3, SM-5, SM-6)', () => {
  /** Left both, and was asked about each in turn. */
  async function askedTwice(): Promise<void> {
    await talk.gets(senders.number, books.roses);
    await talk.writes(NUMBER, 'STOPP');
    await talk.writes(NUMBER, 'START');
    talk.passes(600);
    await talk.gets(senders.number, books.tulips);
    await talk.writes(NUMBER, 'STOPP');
    await talk.writes(NUMBER, 'START');
    expect(await gates()).toEqual(['OPTED_OUT', 'OPTED_OUT']);
  }

  it('a second word is about what was asked last, and said twice about no more', async () => {
    await askedTwice();
    await talk.writes(NUMBER, 'JA');
    expect(await gates()).toEqual(['OPTED_OUT', 'ALLOWED']);
    expect(await talk.writes(NUMBER, 'JA')).toBe('NOTHING');
    expect(await gates()).toEqual(['OPTED_OUT', 'ALLOWED']);
  });

  it('after a STOPP no older question is answered by it', async () => {
    await askedTwice();
    await talk.writes(NUMBER, 'STOPP');
    expect(await talk.writes(NUMBER, 'JA')).toBe('NOTHING');
    expect(await gates()).toEqual(['OPTED_OUT', 'OPTED_OUT']);
  });

  it('after a STOPP about another one neither', async () => {
    await talk.gets(senders.number, books.roses);
    await talk.writes(NUMBER, 'STOPP');
    await talk.writes(NUMBER, 'START');
    await talk.gets(senders.number, books.tulips);
    await talk.writes(NUMBER, 'STOPP');
    expect(await talk.writes(NUMBER, 'JA')).toBe('NOTHING');
    expect(await gates()).toEqual(['OPTED_OUT', 'OPTED_OUT']);
  });

  it('START is about the latest, so that it brings back nothing that was left before', async () => {
    await talk.gets(senders.number, books.roses);
    await talk.writes(NUMBER, 'STOPP');
    await talk.gets(senders.number, books.tulips);
    await talk.writes(NUMBER, 'START');
    await talk.writes(NUMBER, 'JA');
    expect(await gates()).toEqual(['OPTED_OUT', 'ALLOWED']);
  });

  it('a question that came from one sender is not answered at another', async () => {
    await talk.gets(senders.number, books.roses);
    await talk.gets(senders.other, books.tulips);
    for (const to of [NUMBER, OTHER]) await talk.writes(to, 'STOPP');
    for (const to of [NUMBER, OTHER]) await talk.writes(to, 'START');
    await talk.writes(NUMBER, 'JA');
    expect(await gates()).toEqual(['ALLOWED', 'OPTED_OUT']);
    await talk.writes(OTHER, 'JA');
    expect(await gates()).toEqual(['ALLOWED', 'ALLOWED']);
  });

  it('who left all comes back to one of them alone', async () => {
    await talk.gets(senders.number, books.roses);
    await talk.writes(NUMBER, 'STOP ALL');
    expect(await gates()).toEqual(['OPTED_OUT', 'OPTED_OUT']);
    await talk.writes(NUMBER, 'START');
    await talk.writes(NUMBER, 'JA');
    expect(await gates()).toEqual(['ALLOWED', 'OPTED_OUT']);
  });
});

describe('a short code of several (A3, A8)', () => {
  it('by the codeword one leaves and comes back to its book, whatever was sent last', async () => {
    await talk.gets(senders.roses, books.roses);
    await talk.gets(senders.tulips, books.tulips);
    await talk.writes(CODE, 'rosor stopp');
    expect(await gates()).toEqual(['OPTED_OUT', 'ALLOWED']);
    await talk.writes(CODE, 'ROSOR START');
    await talk.writes(CODE, 'ja');
    expect(await gates()).toEqual(['ALLOWED', 'ALLOWED']);
  });

  it('STOPP alone stops all that comes from it; who comes back to one book comes back to no other', async () => {
    await talk.gets(senders.roses, books.roses);
    await talk.gets(senders.tulips, books.tulips);
    await talk.writes(CODE, 'STOPP');
    expect(await gates()).toEqual(['SENDER_BLOCKED', 'OPTED_OUT']);
    await talk.writes(CODE, 'TULPAN START');
    expect(await gates()).toEqual(['SENDER_BLOCKED', 'OPTED_OUT']);
    await talk.writes(CODE, 'JA');
    expect(await gates()).toEqual(['SENDER_BLOCKED', 'ALLOWED']);
    await talk.writes(CODE, 'STOPP');
    expect(await gates()).toEqual(['SENDER_BLOCKED', 'OPTED_OUT']);
  });

  it('a codeword that is mistyped, or joined with STOPP, pauses, and where no book can be meant somebody looks (SM-5)', async () => {
    expect(await talk.writes(CODE, 'LILLJA STOPP')).toBeNull();
    expect(await countOf(house, 'inbound_message', `state = 'PARKED'`)).toBe(1);
    await talk.gets(senders.roses, books.roses);
    expect(await talk.writes(CODE, 'ROSSOR STOPP')).toBe('PAUSE');
    expect(await gates()).toEqual(['PAUSED', 'ALLOWED']);
    expect(await talk.writes(CODE, 'stopp tulpan tack')).toBe('PAUSE');
    expect(await gates()).toEqual(['PAUSED', 'PAUSED']);
  });

  it('of somebody who never had anything from it blocks it too, with no book for a tag', async () => {
    expect(await talk.writes(CODE, 'STOPP')).toBe('BLOCK');
    expect(await gates()).toEqual(['SENDER_BLOCKED', 'SENDER_BLOCKED']);
    expect(await countOf(house, 'platform_block', 'address_book_id IS NULL')).toBe(1);
    expect(await talk.writes(CODE, 'START')).toBe('NOTHING');
    expect(await talk.writes(CODE, 'JA')).toBe('NOTHING');
    expect(await gates()).toEqual(['SENDER_BLOCKED', 'SENDER_BLOCKED']);
  });
});
