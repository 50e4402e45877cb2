import { type Database, openDatabase } from '@adieu/db';
import type { ImapMailbox } from '@adieu/gateways';
import { mailtoLocalPart } from '@adieu/keys';
import {
  createTestDatabase,
  type Seed,
  seed,
  type SeededMail,
  seedMails,
  type TestDatabase,
} from '@adieu/testkit';
import {
  type BreakingLine,
  breakingLine,
  type Dovecot,
  IMAP_PASSWORD as PASSWORD,
  IMAP_USER as USER,
  missingDovecot,
  startDovecot,
} from '@adieu/testkit/imap';
import { until } from '@adieu/testkit/until';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepReadingMail, keepReadingMailbox } from '../../src/index.ts';

const DOMAIN = 'leave.example.test';
const MAILS = 500;
const missing = missingDovecot();
if (missing !== null)
  console.warn(
    `SKIPPED: mails read from a real IMAP server, as ${missing} is not there: apt-get install dovecot-imapd`,
  );

/** Debian's Dovecot, over TLS, on a line that can be cut. */
describe.skipIf(missing !== null)(
  'a mailbox on a real server (skipped where Debian’s dovecot-imapd is absent)',
  () => {
    let test: TestDatabase;
    let org: Seed;
    let db: Database;
    let dovecot: Dovecot;
    let line: BreakingLine;
    let log: string[];
    const reading: { stop(): Promise<void> }[] = [];

    beforeAll(async () => {
      test = await createTestDatabase();
      org = await seed(test.db);
      db = await openDatabase({ url: test.engineUrl });
    });
    afterAll(async () => {
      await db?.close();
      await test?.close();
    });
    beforeEach(async () => {
      await test.db.sql.rows('TRUNCATE imap_mailbox');
      log = [];
      dovecot = await startDovecot();
      line = await breakingLine(dovecot.port);
    });
    afterEach(async () => {
      for (const each of reading.splice(0)) await each.stop();
      await line?.close();
      await dovecot?.close();
    });

    function reads(name: string, more: Partial<ImapMailbox> = {}): void {
      const mailbox: ImapMailbox = {
        name,
        host: 'localhost',
        port: line.port,
        security: 'tls',
        user: USER,
        password: PASSWORD,
        folder: 'INBOX',
        ca: dovecot.ca,
        moveTo: null,
        ...more,
      };
      const deps = {
        db,
        ring: org.ring,
        log: pino({ level: 'trace' }, { write: (text) => void log.push(text) }),
        clock: () => new Date(),
        mailDomain: DOMAIN,
        resolve: async () => [],
      };
      const reader = keepReadingMail(deps);
      reading.push(keepReadingMailbox({ ...deps, onStored: () => reader.soon() }, mailbox), reader);
    }

    const leaving = ({ token }: SeededMail, n: number): string =>
      [
        'Return-Path: <anna@example.test>',
        `Delivered-To: ${mailtoLocalPart(token)}@${DOMAIN}`,
        `Message-ID: <${n}@example.test>`,
        'From: Anna <anna@example.test>',
        'To: Nordlys <news@nordlys.example.test>',
        'Subject: unsubscribe',
        '',
        'x'.repeat(n % 7 === 0 ? 20_000 : 200),
        '',
      ].join('\r\n');
    const others = (n: number): string =>
      `Message-ID: <other-${n}@example.test>\r\nFrom: Bo <bo@example.test>\r\nTo: ${USER}\r\nSubject: lunch\r\n\r\nAt noon?\r\n`;
    const rows = (name: string): Promise<{ to: string; state: string; outcome: string | null }[]> =>
      test.db.sql.rows(
        `SELECT to_address AS "to", state, outcome FROM inbound_message WHERE source = $1`,
        [`imap/${name}`],
      );
    const state = async (name: string): Promise<Record<string, unknown> | undefined> =>
      (
        await test.db.sql.rows<Record<string, unknown>>(
          `SELECT problem, waiting, read_at IS NOT NULL AS "isRead" FROM imap_mailbox WHERE name = $1`,
          [name],
        )
      )[0];

    it(`gives all of its ${MAILS} mails, each once, though the connection is cut twice; others’ mails are left alone`, async () => {
      const mails = await seedMails(test.db, org, { count: MAILS, now: new Date() });
      const before = Math.floor(MAILS * 0.8);
      mails.slice(0, before).forEach((mail, i) => {
        dovecot.deliver(leaving(mail, i));
        if (i % 10 === 0) dovecot.deliver(others(i));
      });
      reads('cut');
      const count = async (): Promise<number> => (await rows('cut')).length;
      for (const at of [MAILS / 5, MAILS / 2]) {
        await until(async () => (await count()) >= at);
        line.cut();
      }
      mails.slice(before).forEach((mail, i) => dovecot.deliver(leaving(mail, before + i)));
      const isDone = async (): Promise<boolean> =>
        (await rows('cut')).filter((row) => row.state === 'UNDERSTOOD').length >= MAILS;
      await until(isDone, 150_000);
      const stored = await rows('cut');
      expect(stored).toHaveLength(MAILS);
      expect(new Set(stored.map(({ to }) => to)).size).toBe(MAILS);
      expect(new Set(stored.map(({ outcome }) => outcome))).toEqual(new Set(['OPT_OUT']));
      expect(line.connections).toBeGreaterThanOrEqual(3);
      await until(async () => (await state('cut'))?.['waiting'] === 0);
      expect(await state('cut')).toEqual({ problem: null, waiting: 0, isRead: true });
      const unseen = dovecot.doveadm(
        'search',
        '-u',
        USER,
        'mailbox',
        'INBOX',
        'UNSEEN',
        'SUBJECT',
        'lunch',
      );
      expect(unseen.trim().split('\n')).toHaveLength(before / 10);
      expect(log.join('')).not.toMatch(/anna@|bo@|nordlys|leave\+/);
    }, 240_000);

    it('whose mails get other numbers (UIDVALIDITY) is read anew, and gives nothing twice', async () => {
      const mails = await seedMails(test.db, org, { count: 5, now: new Date() });
      mails.slice(0, 4).forEach((mail, i) => dovecot.deliver(leaving(mail, 10_000 + i)));
      reads('renumbered');
      await until(async () => (await rows('renumbered')).length === 4);
      const validity = (): Promise<unknown[]> =>
        test.db.sql.rows(`SELECT uid_validity FROM imap_mailbox WHERE name = 'renumbered'`);
      const before = await validity();
      await dovecot.stop();
      dovecot.renumber();
      dovecot.deliver(leaving(mails[4]!, 10_004));
      await dovecot.start();
      await until(async () => (await rows('renumbered')).length === 5);
      await until(async () => (await state('renumbered'))?.['problem'] === null);
      expect(await validity()).not.toEqual(before);
      expect(new Set((await rows('renumbered')).map(({ to }) => to)).size).toBe(5);
    }, 120_000);

    it('tells of a mail as it comes, and moves it where it was told to', async () => {
      const [mail] = await seedMails(test.db, org, { count: 1, now: new Date() });
      reads('idle', { moveTo: 'Adieu' });
      await until(async () => (await state('idle'))?.['isRead'] === true);
      // Long before it would be asked for without being told (four minutes).
      const from = Date.now();
      dovecot.deliver(leaving(mail!, 20_000));
      await until(async () => (await rows('idle')).length === 1);
      expect(Date.now() - from).toBeLessThan(60_000);
      await until(
        () => dovecot.doveadm('search', '-u', USER, 'mailbox', 'Adieu', 'SEEN').trim() !== '',
      );
    }, 120_000);

    it('may be reached by STARTTLS, before the password', async () => {
      const [mail] = await seedMails(test.db, org, { count: 1, now: new Date() });
      dovecot.deliver(leaving(mail!, 30_000));
      reads('starttls', { security: 'starttls', port: dovecot.startTlsPort });
      await until(async () => (await state('starttls'))?.['isRead'] === true);
      expect(await rows('starttls')).toHaveLength(1);
    }, 120_000);

    it('is where answers to an account’s own address are read: who says STOPP there without a proof of being them pauses (B4, M-5)', async () => {
      // Whoever came before left already.
      const mails = await seedMails(test.db, org, { count: MAILS + 1, now: new Date() });
      const mail = mails.find(({ address }) => address === `person-${MAILS + 1}@example.test`);
      reads('answers');
      const answer = [
        'Return-Path: <anna@example.test>',
        `Message-ID: <an-answer-${mail!.messageId}@example.test>`,
        `From: ${mail!.address}`,
        'To: news@nordlys.example.test',
        `In-Reply-To: <${mail!.messageId}@${DOMAIN}>`,
        'Subject: Re: Spring',
        '',
        'STOPP',
        '',
        '> Spring is here',
        '',
      ];
      dovecot.deliver(answer.join('\r\n'));
      const read = await until(async () => {
        const [row] = await rows('answers');
        return row !== undefined && row.state !== 'RECEIVED' && row;
      });
      expect(read).toEqual({
        to: 'news@nordlys.example.test',
        state: 'UNDERSTOOD',
        outcome: 'PAUSE',
      });
    }, 120_000);

    it.each([
      ['whose certificate is of nobody that is known', { ca: null }, 'CONNECTION'],
      ['that refuses the password', { password: 'a-wrong-one' }, 'LOGIN'],
      ['without that folder', { folder: 'Nowhere' }, 'FOLDER'],
    ] as const)(
      '%s is not read, said to be so, and nothing ends by it',
      async (_what, more, problem) => {
        reads(problem.toLowerCase(), more);
        await until(async () => (await state(problem.toLowerCase()))?.['problem'] === problem);
        expect(log.join('')).not.toMatch(/what-the-mailbox|a-wrong-one|adieu@/);
      },
      120_000,
    );
  },
);
