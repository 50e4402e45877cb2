import { createAddressBook, finishMessages, recordSmsStatus } from '@adieu/db';
import { sentSms, type SentSms, smsSender } from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../house.ts';
import { Talk } from './people.ts';
import { says, testGateway } from './test-gateway.ts';

const NUMBER = '+46700000021';
let house: House;
let sender: string;
let roses: string;
let tulips: string;
let nextPerson = 0;
let person: string;
let talk: Talk;

beforeAll(async () => {
  house = await openHouse({ smsIngresses: { ingressOf: () => testGateway } });
  [roses, tulips] = [await bookOf('Roses'), await bookOf('Tulips')];
  sender = await smsSender(house.test.db, house.org, { kind: 'NUMBER', address: NUMBER });
});
afterAll(() => house?.close());
beforeEach(() => {
  nextPerson += 1;
  person = `+4670175${String(nextPerson).padStart(4, '0')}`;
  talk = new Talk(house, house.org, person);
});

async function bookOf(name: string): Promise<string> {
  const { accountId } = house.org;
  const book = { accountId, name, purpose: 'MARKETING', createdBy: 'test' } as const;
  const made = await createAddressBook(house.test.db.sql, book);
  if ('refused' in made) throw new Error(made.refused);
  return made.addressBookId;
}

function sent(addressBookId: string): Promise<SentSms> {
  const sms = { senderId: sender, addressBookId, to: person, at: house.now };
  return sentSms(house.test.db, house.org, sms);
}

async function isTold(messageId: string, state: 'SENT' | 'DELIVERED' | 'FAILED'): Promise<void> {
  talk.passes(60);
  await recordSmsStatus(house.test.db, {
    gateway: 'test',
    gatewayId: `gw-${messageId}`,
    messageId,
    state,
    code: null,
    optedOut: false,
    at: house.now,
    now: house.now,
  });
}

const left = async (): Promise<string[]> => [await talk.gate(roses), await talk.gate(tulips)];

async function isUnknown({ messageId }: SentSms): Promise<void> {
  await house.test.db.sql.rows(`UPDATE message SET state = 'UNKNOWN' WHERE id = $1`, [messageId]);
}

describe('STOPP alone', () => {
  it('that comes in after a later SMS leaves the book that it answers, and the later one (SM-5, SM-20)', async () => {
    await talk.gets(sender, roses);
    const answered = house.now;
    talk.passes(300);
    await talk.gets(sender, tulips);
    expect(await talk.writes(NUMBER, 'STOPP', answered)).toBe('OPT_OUT');
    expect(await left()).toEqual(['OPTED_OUT', 'OPTED_OUT']);
  });

  it('by a clock that stands still leaves whatever was sent (SM-5)', async () => {
    await talk.gets(sender, roses);
    await talk.gets(sender, tulips);
    expect(await talk.writes(NUMBER, 'STOPP', new Date(0))).toBe('OPT_OUT');
    expect(await left()).toEqual(['OPTED_OUT', 'OPTED_OUT']);
  });

  it('in own words pauses both (SM-3, SM-5)', async () => {
    await talk.gets(sender, roses);
    const answered = house.now;
    talk.passes(300);
    await talk.gets(sender, tulips);
    await says(house.url, { from: person, to: NUMBER, text: 'please STOP now', at: answered });
    expect(await left()).toEqual(['PAUSED', 'PAUSED']);
  });

  it('does not answer an SMS that never arrived (SM-5)', async () => {
    await talk.gets(sender, roses);
    const { messageId } = await sent(tulips);
    await isTold(messageId, 'SENT');
    await isTold(messageId, 'FAILED');
    expect(await talk.writes(NUMBER, 'STOPP')).toBe('OPT_OUT');
    expect(await left()).toEqual(['OPTED_OUT', 'ALLOWED']);
  });

  it('answers what was sent last, not what a status or an answer was told of last (SM-5, SM-20)', async () => {
    const [told, answered] = [await sent(roses), await sent(roses)];
    await isUnknown(told);
    await isUnknown(answered);
    talk.passes(3600);
    await talk.gets(sender, tulips);
    await isTold(told.messageId, 'DELIVERED');
    talk.passes(60);
    await finishMessages(
      house.test.db.sql,
      [{ messageId: answered.messageId, state: 'SENT', outcome: 'sent', dueAt: null }],
      house.now,
    );
    expect(await talk.writes(NUMBER, 'STOPP')).toBe('OPT_OUT');
    expect(await left()).toEqual(['ALLOWED', 'OPTED_OUT']);
  });
});
