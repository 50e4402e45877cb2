import { askSystemSms, finishSystemSms, claimSystemSms, recordEarlyOptOuts } from '@adieu/db';
import { addressKey } from '@adieu/keys';
import { sentSms, smsSender } from '@adieu/testkit';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '../house.ts';
import { brings, testGateway } from './test-gateway.ts';

const NUMBER = '+46700000001';
let house: House;
let nextPerson = 0;

beforeAll(async () => {
  house = await openHouse({ smsIngresses: { ingressOf: () => testGateway } });
  await smsSender(house.test.db, house.org, { kind: 'NUMBER', address: NUMBER });
});
afterAll(() => house?.close());

/** An answer of ours to somebody new, under way; gives its id, and that of whom it goes to. */
async function answerUnderWay(): Promise<{ id: string; recipientId: string }> {
  nextPerson += 1;
  const { sql } = house.test.db;
  const to = `+4670174${String(9_000 + nextPerson)}`;
  const { organisationId, accountId, ring, newsletterId: addressBookId } = house.org;
  const [sender] = await sql.rows<{ id: string }>('SELECT id FROM sender WHERE address = $1', [
    NUMBER,
  ]);
  const at = house.now;
  const sms = { senderId: sender!.id, addressBookId, to, at };
  const { recipientId } = await sentSms(house.test.db, house.org, sms);
  const id = await askSystemSms(sql, {
    organisationId,
    accountId,
    kind: 'HELP',
    about: randomUUID(),
    addressKey: addressKey(ring, 'SMS', to),
    sender: NUMBER,
    now: at,
  });
  await claimSystemSms(sql, id, at);
  return { id, recipientId };
}

const goes = (id: string, gatewayId: string): Promise<void> =>
  finishSystemSms(
    house.test.db.sql,
    id,
    { state: 'SENT', outcome: 'sent', gateway: 'test', gatewayId },
    house.now,
  );

async function left(recipientId: string): Promise<string[]> {
  const rows = await house.test.db.sql.rows<{ method: string; scope: string }>(
    'SELECT method, scope_kind AS scope FROM opt_out_request WHERE recipient_id = $1',
    [recipientId],
  );
  return rows.map(({ method, scope }) => `${method} ${scope}`);
}

const optedOut = (gatewayId: string, ourId: string | null = null) => ({
  kind: 'status',
  gatewayId,
  ourId,
  state: 'FAILED',
  code: '21610',
  optedOut: true,
  at: null,
});

it('an opt-out told of an answer of ours is one, by the gateway’s id alone too, and told again is no second (SM-12)', async () => {
  const { id, recipientId } = await answerUnderWay();
  await goes(id, 'answer-1');
  for (const _ of [1, 2]) expect(await brings(house.url, optedOut('answer-1'))).toBe(204);
  expect(await left(recipientId)).toEqual(['PROVIDER ACCOUNT']);
});

it('and one told before the answer was on record is one as soon as it is (SM-12, SM-20)', async () => {
  const { id, recipientId } = await answerUnderWay();
  for (const _ of [1, 2]) expect(await brings(house.url, optedOut('answer-2'))).toBe(204);
  expect(await recordEarlyOptOuts(house.test.db, house.now)).toBe(0);
  await goes(id, 'answer-2');
  expect(await recordEarlyOptOuts(house.test.db, house.now)).toBe(1);
  expect(await recordEarlyOptOuts(house.test.db, house.now)).toBe(0);
  expect(await left(recipientId)).toEqual(['PROVIDER ACCOUNT']);
});
