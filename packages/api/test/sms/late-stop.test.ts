import { recordOptOut } from '@adieu/db';
import { lockAwaited, smsSender } from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '../house.ts';
import { Talk } from './people.ts';
import { says, testGateway } from './test-gateway.ts';

const NUMBER = '+46700000031';
const PERSON = '+46701741901';

let house: House;
let senderId: string;

beforeAll(async () => {
  house = await openHouse({ smsIngresses: { ingressOf: () => testGateway } });
  senderId = await smsSender(house.test.db, house.org, { kind: 'NUMBER', address: NUMBER });
});
afterAll(() => house?.close());

it('a STOPP that was sent before a START leaves its question open, but not where a link left meanwhile (SM-20, D-9)', async () => {
  const { test, org } = house;
  const talk = new Talk(house, org, PERSON);
  await talk.gets(senderId, org.newsletterId);
  await talk.writes(NUMBER, 'STOPP');
  const beforeStart = house.now;
  talk.passes(120);
  expect(await talk.writes(NUMBER, 'START')).toBe('DOUBLE_OPT_IN');
  const [person] = await test.db.sql.rows<{ id: string }>(
    'SELECT id FROM recipient WHERE address = $1',
    [PERSON],
  );
  let late: Promise<number> | undefined;
  await test.db.transaction(async (tx) => {
    await recordOptOut(tx, {
      target: {
        organisationId: org.organisationId,
        recipientId: person!.id,
        scope: { kind: 'BOOK', id: org.newsletterId },
      },
      signal: 'CLEAR',
      method: 'LINK',
      actor: { kind: 'RECIPIENT', name: null },
      evidence: { path: '/u/:token' },
      now: house.now,
    });
    late = says(house.url, { from: PERSON, to: NUMBER, text: 'STOPP', at: beforeStart });
    await lockAwaited(test.db.sql);
  });
  expect(await late).toBe(204);
  expect(await talk.writes(NUMBER, 'JA')).toBe('NOTHING');
  expect(await talk.gate(org.newsletterId)).toBe('OPTED_OUT');
});
