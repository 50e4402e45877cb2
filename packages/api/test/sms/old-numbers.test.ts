import { smsSender } from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '../house.ts';
import { gateOf, Talk } from './people.ts';
import { brings, says, testGateway } from './test-gateway.ts';

const NUMBER = '+46700000091';
let house: House;
let senderId: string;

beforeAll(async () => {
  house = await openHouse({ smsIngresses: { ingressOf: () => testGateway } });
  senderId = await smsSender(house.test.db, house.org, { kind: 'NUMBER', address: NUMBER });
});
afterAll(() => house?.close());

const gate = (number: string): Promise<string> =>
  gateOf(house, house.org, { number, addressBookId: house.org.newsletterId });

it.each([
  ['+525512345678', '+5215512345678'],
  ['+2290197123456', '+22997123456'],
])('STOPP of %s counts where the gateway writes it as it was: %s (SM-5)', async (number, from) => {
  await new Talk(house, house.org, number).gets(senderId, house.org.newsletterId);
  expect(await says(house.url, { from, to: NUMBER, text: 'STOP' })).toBe(204);
  expect(await gate(number)).toBe('OPTED_OUT');
});

it('STOPP of a number that no plan knows is taken as it came (SM-5)', async () => {
  expect(await says(house.url, { from: '+999123456789', to: NUMBER, text: 'STOPP' })).toBe(204);
  expect(await gate('+999123456789')).toBe('OPTED_OUT');
});

it('and so is one that the gateway alone tells of (SM-12)', async () => {
  const event = { kind: 'opted-out', from: '+5215512345679', to: NUMBER, at: null };
  expect(await brings(house.url, event)).toBe(204);
  expect(await gate('+525512345679')).toBe('OPTED_OUT');
});
