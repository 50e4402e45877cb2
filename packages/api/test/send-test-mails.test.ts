import { changeScope } from '@adieu/db';
import { seed, type Seed, seedContacts } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { countOf, type House, openHouse } from './house.ts';
import { takeOff } from './leave.ts';

let house: House;
let foreign: Seed;
let campaignId: string;

beforeAll(async () => {
  house = await openHouse();
  foreign = await seed(house.test.db, { name: 'Other' });
  campaignId = toId('campaign', await seedContacts(house.test.db, house.org, { count: 2 }));
});
afterAll(() => house?.close());

async function send(
  input: object,
  key: string = house.org.campaignerKey,
): Promise<Record<string, unknown>> {
  const { data } = await house.ask<{ sendTestMails: Record<string, unknown> }>(
    `mutation ($input: SendTestMailsInput!) { sendTestMails(input: $input) {
       __typename
       ... on TestMailsQueued { queued stopped { address answer { allowed because since scope { kind } } } }
       ... on Problem { code field message }
     } }`,
    { input: { campaignId, ...input } },
    key,
  );
  return data.sendTestMails;
}

/** Far enough that the tests of before no longer count. */
const anHourLater = (): void => {
  house.now = new Date(house.now.getTime() + 3_600_001);
};

describe('sendTestMails', () => {
  it('queues one mail for each address, once for each key, with no address in the outbox (Q-5)', async () => {
    const input = {
      to: ['a@example.test', 'A@example.test', 'b@example.test'],
      contactAddress: 'person-1@example.test',
      language: 'sv',
      idempotencyKey: 'once',
    };
    const queued = { __typename: 'TestMailsQueued', queued: 2, stopped: [] };
    expect(await send(input)).toEqual(queued);
    expect(await send(input)).toEqual(queued);
    const rows = await house.test.db.sql.rows(
      `SELECT r.address, m.language, m.asked_by AS "askedBy", m.contact_id IS NOT NULL AS "as", m.ended_at AS "endedAt"
       FROM test_mail m JOIN recipient r ON r.id = m.recipient_id ORDER BY r.address`,
    );
    const each = { language: 'sv', askedBy: 'campaigner of the test', as: true, endedAt: null };
    expect(rows).toEqual([
      { address: 'a@example.test', ...each },
      { address: 'b@example.test', ...each },
    ]);
    const outbox = await house.test.db.sql.rows<{ message: object }>(
      "SELECT message FROM outbox WHERE message->>'kind' = 'test-mail.asked'",
    );
    expect(outbox).toHaveLength(2);
    expect(JSON.stringify(outbox)).not.toContain('@');
    expect(await countOf(house, 'message')).toBe(0);
    expect(house.log()).not.toMatch(/[ab]@example/);
  });

  it('writes to nobody who left, and says why; a repeat says the same (F9, N9)', async () => {
    await takeOff(house, 'left@example.test');
    const input = { to: ['Left@example.test', 'stays@example.test'], idempotencyKey: 'twice' };
    const answered = {
      __typename: 'TestMailsQueued',
      queued: 1,
      stopped: [
        {
          address: 'Left@example.test',
          answer: {
            allowed: false,
            because: 'OPTED_OUT',
            since: house.now.toISOString(),
            scope: { kind: expect.any(String) },
          },
        },
      ],
    };
    const before = await countOf(house, 'test_mail');
    expect(await send(input)).toEqual(answered);
    expect(await send(input)).toEqual(answered);
    expect(await countOf(house, 'test_mail')).toBe(before + 1);
    const kept = await house.test.db.sql.rows('SELECT result FROM idempotency_key');
    expect(JSON.stringify(kept)).not.toContain('left@');
  });

  it('stops at fifty in an hour of one account, also when asked at once', async () => {
    anHourLater();
    const ten = (turn: number): string[] =>
      Array.from({ length: 10 }, (_, i) => `limit-${turn}-${i}@example.test`);
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((turn) => send({ to: ten(turn) })));
    const isA = (kind: string) => answers.filter(({ __typename }) => __typename === kind).length;
    expect([isA('TestMailsQueued'), isA('LimitReached')]).toEqual([5, 1]);
    expect(await send({ to: ['one@example.test'] })).toMatchObject({
      code: 'LIMIT_REACHED',
      field: 'to',
    });
    anHourLater();
    expect(await send({ to: ['one@example.test'] })).toMatchObject({ queued: 1 });
  });

  it.each([
    ['nobody', { to: [] }, 'INVALID_INPUT', 'to'],
    ['too many', { to: Array(11).fill('a@example.test') }, 'LIMIT_REACHED', 'to'],
    ['what is no address', { to: ['a@example.test', 'b'] }, 'INVALID_INPUT', 'to'],
    [
      'an unknown language',
      { to: ['a@example.test'], language: 'fr' },
      'INVALID_INPUT',
      'language',
    ],
    [
      'a contact of nobody',
      { to: ['a@example.test'], contactAddress: 'nobody@example.test' },
      'NOT_FOUND',
      'contactAddress',
    ],
  ])('refuses %s, and sends nothing', async (_name, input, code, field) => {
    const before = await countOf(house, 'test_mail');
    expect(await send(input)).toMatchObject({ code, field });
    expect(await countOf(house, 'test_mail')).toBe(before);
  });

  it('answers a foreign campaign and contact as ones that do not exist', async () => {
    const theirs = toId('campaign', await seedContacts(house.test.db, foreign, { count: 1 }));
    expect(await send({ campaignId: theirs, to: ['a@example.test'] })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'campaignId',
    });
    expect(await send({ to: ['a@example.test'] }, foreign.adminKey)).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await send({ to: ['a@example.test'] }, house.org.operatorKey)).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('sends nothing through what is archived', async () => {
    const { organisationId, newsletterId } = house.org;
    await house.test.db.transaction((sql) =>
      changeScope(sql, {
        organisationId,
        scope: { kind: 'BOOK', id: newsletterId },
        change: { change: 'archive', archived: true },
        now: house.now,
      }),
    );
    expect(await send({ to: ['a@example.test'] })).toMatchObject({ code: 'ARCHIVED' });
  });
});
