import { type Database, openDatabase } from '@adieu/db';
import { replyLocalPart } from '@adieu/keys';
import { type SeededMail, seedMails } from '@adieu/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDueMail } from '../src/index.ts';
import { describeMail } from '../src/mail/describe-mail.ts';
import { storeMail } from '../src/mail/store-mail.ts';
import { DOMAIN, type MailedOrg, NOW, openMailedOrg } from './mailed-org.ts';

const COUNT = 40;
let test: MailedOrg['test'];
let org: MailedOrg['org'];
let mails: SeededMail[];
let reader: Database;
let clock = NOW;

beforeAll(async () => {
  ({ test, org } = await openMailedOrg(1));
  mails = (await seedMails(test.db, org, { count: COUNT, now: NOW })).slice(-COUNT);
  reader = await openDatabase({ url: test.url, maxConnections: 4 });
});
afterAll(async () => {
  await reader?.close();
  await test?.close();
});

const deps = () => ({
  db: reader,
  ring: org.ring,
  log: pino({ level: 'silent' }),
  mailDomain: DOMAIN,
  clock: () => clock,
});

/** As a database that goes away does to whoever is in the middle of something. */
const cutAll = () =>
  test.db.sql.rows(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name IS NOT NULL`,
  );

it('mails whose readers lose the database in the middle are read again: none is lost, none counts twice, none waits for anybody (O-8)', async () => {
  for (const { messageId, address } of mails) {
    const to = `${replyLocalPart(org.ring, messageId)}@${DOMAIN}`;
    const raw = Buffer.from(
      `From: ${address}\r\nMessage-ID: <${messageId}@phone.example>\r\nSubject: Re: x\r\n\r\nSTOPP\r\n`,
    );
    const envelope = { from: address, origin: '192.0.2.7', helo: 'phone' };
    const described = await describeMail(raw);
    const mail = { source: 'smtp', providerId: null, to, envelope, raw, described, dueAt: NOW };
    await storeMail(test.db.sql, deps(), mail);
  }
  const unread = async (): Promise<number> =>
    (await test.db.sql.rows(`SELECT 1 FROM inbound_message WHERE state = 'RECEIVED'`)).length;
  let cuts = 0;
  for (let round = 0; round < 3 && (await unread()) > 0; round += 1) {
    const reading = readDueMail(deps(), 8).catch(() => null);
    for (let n = 0; n < 3; n += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      cuts += (await cutAll()).length;
    }
    await reading;
  }
  expect(cuts).toBeGreaterThan(0);
  // As the schedule of each minute does.
  for (let hours = 1; (await unread()) > 0 && hours < 30; hours += 1) {
    clock = new Date(NOW.getTime() + hours * 3 * 3_600_000);
    await readDueMail(deps());
  }
  const became = await test.db.sql.rows(
    `SELECT state, outcome, count(*)::int AS mails FROM inbound_message GROUP BY 1, 2`,
  );
  expect(became).toEqual([{ state: 'UNDERSTOOD', outcome: 'OPT_OUT', mails: mails.length }]);
  const requests = await test.db.sql.rows(
    `SELECT count(*)::int AS all, count(DISTINCT message_id)::int AS messages FROM opt_out_request`,
  );
  expect(requests).toEqual([{ all: mails.length, messages: mails.length }]);
});
