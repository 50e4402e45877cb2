import { smsSender } from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countOf, type House, openHouse } from '../house.ts';
import { Talk } from './people.ts';
import { says, testGateway } from './test-gateway.ts';

const NUMBER = '+46700000081';
const OTHER = '+46700000082';
let house: House;
let talk: Talk;
let person: string;
let senders: readonly [number: string, other: string];
let next = 0;

beforeAll(async () => {
  house = await openHouse({ smsIngresses: { ingressOf: () => testGateway } });
  const { test, org } = house;
  senders = [
    await smsSender(test.db, org, { kind: 'NUMBER', address: NUMBER }),
    await smsSender(test.db, org, { kind: 'NUMBER', address: OTHER }),
  ];
});
afterAll(() => house?.close());
beforeEach(async () => {
  next += 1;
  person = `+4670188${String(next).padStart(4, '0')}`;
  talk = new Talk(house, house.org, person);
  await talk.gets(senders[0], house.org.newsletterId);
});

const gate = (): Promise<string> => talk.gate(house.org.newsletterId);
const stored = (): Promise<number> =>
  countOf(house, 'inbound_message', `from_address = '${person}'`);
const days = 24 * 3600;

describe('an id that a gateway uses again is of another message (SM-20)', () => {
  const gatewayId = (): string => `again-${next}`;
  const write = (from: string, text: string, to = NUMBER): Promise<number> =>
    says(house.url, { from, to, text, gatewayId: gatewayId() });

  it('where another number says STOPP under it, that is in force, and is repeated like any', async () => {
    await write('+46701889999', 'Tack');
    talk.passes(20 * days);
    expect(await write(person, 'STOPP')).toBe(204);
    expect(await gate()).toBe('OPTED_OUT');
    expect(await write(person, 'STOPP')).toBe(204);
    expect(await stored()).toBe(1);
  });

  it('where one number says other words under it', async () => {
    await write(person, 'Tack');
    await write(person, 'STOPP');
    expect(await gate()).toBe('OPTED_OUT');
  });

  it('where it was said to another sender', async () => {
    await write(person, 'STOPP', '+46700000089');
    expect(await gate()).toBe('ALLOWED');
    await write(person, 'STOPP');
    expect(await gate()).toBe('OPTED_OUT');
  });

  it('but the same of the same number is a repetition, after a return too: no STOPP', async () => {
    await write(person, 'STOPP');
    await talk.writes(NUMBER, 'START');
    expect(await talk.writes(NUMBER, 'JA')).toBe('CONFIRMATION');
    await write(person, 'STOPP');
    expect(await gate()).toBe('ALLOWED');
  });

  it('and parts of one text may bear one id', async () => {
    const part = (number: number) => ({ ref: `one-${next}`, number, of: 2 });
    const texts = ['snälla sluta ', 'skicka sms'];
    for (const i of [0, 1, 1, 0])
      await says(house.url, {
        from: person,
        to: NUMBER,
        text: texts[i]!,
        part: part(i + 1),
        gatewayId: gatewayId(),
      });
    expect(await gate()).toBe('PAUSED');
    expect(await stored()).toBe(2);
  });
});

describe('of a gateway that gives neither id nor time (SM-20)', () => {
  beforeEach(() => {
    talk.hasIds = false;
  });

  it('the same again on one day is a repetition', async () => {
    await talk.writes(NUMBER, 'STOPP');
    await talk.writes(NUMBER, 'STOPP');
    expect(await stored()).toBe(1);
  });

  it('but no STOPP after a return is', async () => {
    for (const _ of [1, 2]) {
      await talk.writes(NUMBER, 'STOPP');
      expect(await gate()).toBe('OPTED_OUT');
      await talk.writes(NUMBER, 'START');
      expect(await talk.writes(NUMBER, 'JA')).toBe('CONFIRMATION');
      expect(await gate()).toBe('ALLOWED');
      talk.passes(600);
    }
    await talk.writes(NUMBER, 'STOPP');
    await talk.writes(NUMBER, 'STOPP');
    expect(await gate()).toBe('OPTED_OUT');
    expect(await stored()).toBe(7);
  });

  it('nor is one after a return by another way', async () => {
    await talk.writes(NUMBER, 'STOPP');
    await talk.gets(senders[1], house.org.newsletterId);
    await talk.writes(OTHER, 'START');
    expect(await talk.writes(OTHER, 'JA')).toBe('CONFIRMATION');
    expect(await gate()).toBe('ALLOWED');
    await talk.writes(NUMBER, 'STOPP');
    expect(await gate()).toBe('OPTED_OUT');
  });
});
