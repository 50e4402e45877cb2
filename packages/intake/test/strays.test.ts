import { limitsMet } from '@adieu/db';
import { MOST_STRAYS, MOST_UNREADABLE_OF_ONE } from '@adieu/domain';
import { replyLocalPart } from '@adieu/keys';
import { createTestDatabase, type Seed, seed, seedMails, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DOMAIN, NOW, takeMail } from './take-mail.ts';

let test: TestDatabase;
let org: Seed;
let sent = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test?.close());

const complain = (origin: string, more = '') => {
  sent += 1;
  const raw = Buffer.from(`From: x@spam.example\nSubject: ${sent}\n${more}\nBuy ${sent}!`);
  const { db } = test;
  return takeMail({ db, ring: org.ring, to: `complaints@${DOMAIN}`, raw, origin });
};
const kept = async (): Promise<unknown> => {
  const [row] = await test.db.sql.rows(
    `SELECT count(*)::int AS mails, coalesce(sum(length(raw)), 0)::int AS bytes FROM inbound_message`,
  );
  return row;
};
const waiting = () =>
  test.db.sql.rows(`SELECT 1 FROM inbound_message WHERE state = 'PARKED'`).then((r) => r.length);

it('what anybody can send waits for an operator in bounds: of one client, however it changes its address, and of all; the rest is counted (M-11)', async () => {
  for (let i = 0; i < MOST_STRAYS.ofAClientADay + 5; i += 1)
    await complain(i % 2 === 0 ? '2001:db8::1' : `2001:db8::${i}`);
  expect(await waiting()).toBe(MOST_STRAYS.ofAClientADay);
  expect(await limitsMet(test.db.sql)).toEqual([{ limit: 'STRAYS', met: 5 }]);
  for (let i = 0; i < MOST_STRAYS.anHour; i += 1) await complain(`198.51.100.${i}`);
  expect(await waiting()).toBe(MOST_STRAYS.anHour);
  expect(await limitsMet(test.db.sql)).toEqual([
    { limit: 'STRAYS', met: 5 + MOST_STRAYS.ofAClientADay },
  ]);
  expect(await kept()).toMatchObject({ mails: MOST_STRAYS.anHour });
});

it('neither does what can not be read wait without end', async () => {
  const nested = `<div>`.repeat(5_000);
  for (let i = 0; i < 12; i += 1)
    await complain('192.0.2.8', `Content-Type: text/html\nX-Nested: ${i}\n\n${nested}`);
  expect(await waiting()).toBe(MOST_STRAYS.anHour);
});

it('of what no person wrote and names nothing of ours no bytes are kept', async () => {
  await test.db.sql.rows('TRUNCATE inbound_message CASCADE');
  await complain('192.0.2.9', 'Auto-Submitted: auto-replied\n');
  expect(await kept()).toEqual({ mails: 1, bytes: 0 });
});

it('who got one mail can not bury what members have to look at: so many that nobody can read wait of it (M-11)', async () => {
  await test.db.sql.rows('TRUNCATE inbound_message, mail_limit CASCADE');
  const [one, other] = await seedMails(test.db, org, { count: 2, now: NOW });
  const answer = async (messageId: string, n: number): Promise<void> => {
    const raw = Buffer.from(`Subject: ${n}\n${'X-A: b\n'.repeat(50_000)}\nHi.`);
    const to = `${replyLocalPart(org.ring, messageId)}@${DOMAIN}`;
    await takeMail({ db: test.db, ring: org.ring, to, raw });
  };
  for (let n = 0; n < MOST_UNREADABLE_OF_ONE + 3; n += 1) await answer(one!.messageId, n);
  expect(await waiting()).toBe(MOST_UNREADABLE_OF_ONE);
  await answer(other!.messageId, 0);
  expect(await waiting()).toBe(MOST_UNREADABLE_OF_ONE + 1);
  expect(await kept()).toMatchObject({ mails: MOST_UNREADABLE_OF_ONE + 1 });
  expect(await limitsMet(test.db.sql)).toEqual([{ limit: 'UNREADABLE', met: 3 }]);
});
