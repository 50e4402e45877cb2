import { smsSender } from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../house.ts';
import { Talk } from './people.ts';
import { testGateway } from './test-gateway.ts';

const NUMBER = '+46700000041';
const LONG_AGO = new Date(0);
const MINUTE = 60;
const DAY = 86_400;

let house: House;
let talk: Talk;
let person: string;
let senderId: string;
let nextPerson = 0;

beforeAll(async () => {
  house = await openHouse({ smsIngresses: { ingressOf: () => testGateway } });
  senderId = await smsSender(house.test.db, house.org, { kind: 'NUMBER', address: NUMBER });
});
afterAll(() => house?.close());
beforeEach(async () => {
  nextPerson += 1;
  person = `+467017480${String(nextPerson).padStart(2, '0')}`;
  talk = new Talk(house, house.org, person);
  await talk.gets(senderId, house.org.newsletterId);
});

const gate = (): Promise<string> => talk.gate(house.org.newsletterId);
const ago = (seconds: number): Date => new Date(house.now.getTime() - seconds * 1000);

/** Left, wrote START, and gives when. */
async function isAsked(): Promise<Date> {
  await talk.writes(NUMBER, 'STOPP');
  talk.passes(DAY);
  expect(await talk.writes(NUMBER, 'START')).toBe('DOUBLE_OPT_IN');
  return house.now;
}

async function cameBack(): Promise<Date> {
  const askedAt = await isAsked();
  expect(await talk.writes(NUMBER, 'JA')).toBe('CONFIRMATION');
  expect(await gate()).toBe('ALLOWED');
  return askedAt;
}

describe('a clock of a gateway that is wrong costs no wish (SM-20)', () => {
  it('of 1970, when they came back two weeks ago', async () => {
    await cameBack();
    talk.passes(14 * DAY);
    expect(await talk.writes(NUMBER, 'STOPP', LONG_AGO)).toBe('OPT_OUT');
    expect(await gate()).toBe('OPTED_OUT');
  });

  it('a minute before they came back, when that was two weeks ago', async () => {
    const askedAt = await cameBack();
    talk.passes(14 * DAY);
    const justBefore = new Date(askedAt.getTime() - MINUTE * 1000);
    expect(await talk.writes(NUMBER, 'STOPP', justBefore)).toBe('OPT_OUT');
    expect(await gate()).toBe('OPTED_OUT');
  });

  it('of 1970, when they are asked for the second word', async () => {
    await isAsked();
    expect(await talk.writes(NUMBER, 'STOPP', LONG_AGO)).toBe('OPT_OUT');
    expect(await talk.writes(NUMBER, 'JA')).toBe('NOTHING');
    expect(await gate()).toBe('OPTED_OUT');
  });

  it('of 1970, when the START before it comes in after it', async () => {
    await talk.writes(NUMBER, 'STOPP', LONG_AGO);
    expect(await talk.writes(NUMBER, 'START', ago(5 * MINUTE))).toBe('NOTHING');
  });

  it('an hour behind, as times without a zone are when summer time ends: paused, and somebody looks', async () => {
    await cameBack();
    talk.passes(10 * MINUTE);
    expect(await talk.writes(NUMBER, 'STOPP', ago(60 * MINUTE))).toBe('PAUSE');
    expect(await gate()).toBe('PAUSED');
  });

  it('the record says when it came in; what the gateway said is evidence', async () => {
    await isAsked();
    await talk.writes(NUMBER, 'STOP ALL', LONG_AGO);
    const at = house.now;
    expect(await recorded()).toEqual([
      { receivedAt: at, since: at, ledgerAt: at, evidenceAt: at, said: LONG_AGO.toISOString() },
    ]);
  });
});

/** Of the wish for the whole account: that for the book was before. */
const recorded = () =>
  house.test.db.sql.rows(
    `SELECT q.received_at AS "receivedAt", s.since, l.at AS "ledgerAt", e.at AS "evidenceAt", e.detail ->> 'sentAt' AS said
     FROM opt_out_request q JOIN recipient r ON r.id = q.recipient_id JOIN suppression s ON s.request_id = q.id
     JOIN ledger_event l ON l.request_id = q.id AND l.type = 'REQUESTED' JOIN opt_out_evidence e ON e.request_id = q.id
     WHERE r.address = $1 AND q.scope_kind = 'ACCOUNT'`,
    [person],
  );
