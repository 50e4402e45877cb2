import { createAddressBook } from '@adieu/db';
import { readDueSms } from '@adieu/intake';
import { smsSender } from '@adieu/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { countOf, type House, openHouse } from '../house.ts';
import { gateOf, Talk } from './people.ts';
import { says, testGateway } from './test-gateway.ts';

const NUMBER = '+46700000001';
const me = '+46701740605';
let house: House;
let roses: string;
let sender: string;
let talk: Talk;

beforeAll(async () => {
  house = await openHouse({ smsIngresses: { ingressOf: () => testGateway } });
  const { test, org } = house;
  const book = { name: 'Roses', purpose: 'MARKETING', createdBy: 'test' } as const;
  const made = await createAddressBook(test.db.sql, { accountId: org.accountId, ...book });
  if ('refused' in made) throw new Error(made.refused);
  roses = made.addressBookId;
  sender = await smsSender(test.db, org, { kind: 'NUMBER', address: NUMBER });
});
afterAll(() => house?.close());
beforeEach(async () => {
  await house.test.db.sql.rows('DELETE FROM inbound_message');
  talk = new Talk(house, house.org, me);
});

/** One part of a text that has `of`, whose others may come or not. */
const part = (from: string, text: string, [number, of]: readonly [number, number]) =>
  says(house.url, { from, to: NUMBER, text, part: { ref: 'r', number, of } });
const readDue = () =>
  readDueSms({
    db: house.test.db,
    log: pino({ level: 'silent' }),
    clock: () => house.now,
    shortCodes: new Set(),
  });
const waiting = () => countOf(house, 'inbound_message', `state = 'RECEIVED'`);

it('of who is no number wait for nobody: nothing follows from them (A2)', async () => {
  await part('71700', 'Your balance', [1, 2]);
  await part('71700', ' is 0', [2, 2]);
  await part('71701', 'Your balance', [1, 2]);
  expect(await waiting()).toBe(0);
  expect(await countOf(house, 'inbound_message', `outcome = 'NOTHING'`)).toBe(3);
});

it('that wait for others of theirs keep nobody from being read (A2)', async () => {
  await talk.gets(sender, roses);
  const others = Array.from({ length: 100 }, (_, i) => `+4670175${String(i).padStart(4, '0')}`);
  for (const from of others) await part(from, 'Dear all, ', [1, 3]);
  await part(me, 'STOPP', [1, 2]);
  talk.passes(100);
  for (const from of others) await part(from, 'what I meant ', [2, 3]);
  talk.passes(30);
  await readDue();
  await readDue();
  expect(await gateOf(house, house.org, { number: me, addressBookId: roses })).toBe('OPTED_OUT');
  expect(await readDue()).toBe(0);
});

it('that come for ever are read after an hour, with what is there (A2)', async () => {
  for (let number = 1; number <= 40; number++) {
    await part(me, 'and ', [number, 255]);
    talk.passes(100);
    await readDue();
    expect(await readDue()).toBe(0);
  }
  const read = `state = 'UNDERSTOOD' AND text LIKE '%and and %'`;
  expect(await countOf(house, 'inbound_message', read)).toBe(1);
});
