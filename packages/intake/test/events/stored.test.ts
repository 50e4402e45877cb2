import { type Database, openDatabase, storeInbound } from '@adieu/db';
import { bounceLocalPart } from '@adieu/keys';
import { createTestDatabase, type Seed, seed, seedMails, type TestDatabase } from '@adieu/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inboundOfEvent } from '../../src/events/inbound-of-event.ts';
import { newEvent } from '../../src/events/read/new-event.ts';
import { readDueMail } from '../../src/index.ts';

const NOW = new Date('2026-05-04T08:00:00.000Z');
let test: TestDatabase;
let org: Seed;
let db: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  db = await openDatabase({ url: test.engineUrl });
});
afterAll(async () => {
  await db?.close();
  await test?.close();
});

it('an event that was stored and could not be understood is read again, and then in force', async () => {
  const [mail] = await seedMails(test.db, org, { count: 1, now: NOW });
  const event = newEvent({
    kind: 'unsubscribe',
    eventId: '1',
    at: NOW,
    ourId: bounceLocalPart(org.ring, mail!.messageId).slice('bounce+'.length),
  });
  const inbound = inboundOfEvent(org.ring, 'sendgrid', { event, said: {} }, NOW);
  await storeInbound(db.sql, inbound, { state: 'RECEIVED', dueAt: NOW }, NOW);
  const log = pino({ level: 'silent' });
  const deps = { db, log, ring: org.ring, clock: () => NOW, mailDomain: 'leave.example.test' };
  expect(await readDueMail(deps)).toBe(1);
  expect(
    await test.db.sql.rows(
      `SELECT i.state, i.outcome, q.method FROM inbound_message i JOIN opt_out_request q ON q.id = i.request_id
       WHERE q.message_id = $1`,
      [mail!.messageId],
    ),
  ).toEqual([{ state: 'UNDERSTOOD', outcome: 'OPT_OUT', method: 'PROVIDER' }]);
});
