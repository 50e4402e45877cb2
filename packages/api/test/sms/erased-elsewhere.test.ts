import { createAddressBook, ensureRecipient, eraseRecipient } from '@adieu/db';
import { readDueSms } from '@adieu/intake';
import { addressKey } from '@adieu/keys';
import { type Seed, seed, smsSender } from '@adieu/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { countOf, type House, openHouse } from '../house.ts';
import { gateOf, Talk } from './people.ts';
import { says, testGateway } from './test-gateway.ts';

const NUMBER = '+46700000001';
let house: House;
let other: Seed;
let roses: string;
let sender: string;
let me: string;
let nextPerson = 0;

beforeAll(async () => {
  house = await openHouse({ smsIngresses: { ingressOf: () => testGateway } });
  const { test, org } = house;
  other = await seed(test.db);
  const book = { name: 'Roses', purpose: 'MARKETING', createdBy: 'test' } as const;
  const made = await createAddressBook(test.db.sql, { accountId: org.accountId, ...book });
  if ('refused' in made) throw new Error(made.refused);
  roses = made.addressBookId;
  sender = await smsSender(test.db, org, { kind: 'NUMBER', address: NUMBER });
});
afterAll(() => house?.close());
beforeEach(() => {
  nextPerson += 1;
  me = `+4670174060${nextPerson}`;
});

/** Their number at another organisation than the one they write to. */
async function eraseElsewhere(): Promise<void> {
  const { db } = house.test;
  const key = addressKey(house.org.ring, 'SMS', me);
  const whose = { organisationId: other.organisationId, channel: 'SMS', address: me } as const;
  const recipientId = await ensureRecipient(db.sql, { ...whose, addressKey: key });
  await db.transaction((tx) => eraseRecipient(tx, { recipientId, now: house.now }));
}
const kept = (where: string) =>
  countOf(house, 'inbound_message', `from_address = '${me}' AND ${where}`);

it('a wish of which a part has yet to come counts, though another organisation erases its number meanwhile (G-3, A2)', async () => {
  const talk = new Talk(house, house.org, me);
  await talk.gets(sender, roses);
  const part = (number: number) => ({ ref: 'r', number, of: 2 });
  await says(house.url, { from: me, to: NUMBER, text: 'Snälla sluta skicka ', part: part(1) });
  await eraseElsewhere();
  await says(house.url, { from: me, to: NUMBER, text: 'tack Anna', part: part(2) });
  talk.passes(600);
  await readDueSms({
    db: house.test.db,
    log: pino({ level: 'silent' }),
    clock: () => house.now,
    shortCodes: new Set(),
  });
  expect(await gateOf(house, house.org, { number: me, addressBookId: roses })).not.toBe('ALLOWED');
});

it('what waits for an operator stays where an organisation erases its number; what is read and is nobody’s goes (G-3)', async () => {
  await says(house.url, { from: me, to: '+46700009999', text: 'STOPP' });
  await says(house.url, { from: me, to: '+46700009999', text: 'Tack!' });
  expect([await kept(`state = 'PARKED'`), await kept(`state = 'UNDERSTOOD'`)]).toEqual([1, 1]);
  await eraseElsewhere();
  expect([await kept(`state = 'PARKED'`), await kept(`state = 'UNDERSTOOD'`)]).toEqual([1, 0]);
});
