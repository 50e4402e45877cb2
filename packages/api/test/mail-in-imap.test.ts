import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailtoLocalPart, serialiseKeyRing } from '@adieu/keys';
import { createTestDatabase, type Seed, seed, seedMails, type TestDatabase } from '@adieu/testkit';
import {
  type Dovecot,
  IMAP_PASSWORD,
  IMAP_USER,
  missingDovecot,
  startDovecot,
} from '@adieu/testkit/imap';
import { until } from '@adieu/testkit/until';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const DOMAIN = 'leave.example.test';
const PROCESS = join(import.meta.dirname, '../dist/mail-in.js');
const missing = missingDovecot();
if (missing !== null) console.warn(`SKIPPED: mail-in with a mailbox, as ${missing} is not there`);

describe.skipIf(missing !== null)(
  'the process mail-in with a mailbox to read (skipped where Debian’s dovecot-imapd is absent)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'mail-in-'));
    let test: TestDatabase;
    let org: Seed;
    let dovecot: Dovecot;
    let mailIn: ChildProcess;
    let said = '';

    const secret = (name: string, text: string): string => {
      const file = join(folder, name);
      writeFileSync(file, text, { mode: 0o600 });
      return file;
    };
    beforeAll(async () => {
      test = await createTestDatabase();
      org = await seed(test.db);
      dovecot = await startDovecot();
      const mailbox = {
        name: 'box',
        host: 'localhost',
        port: dovecot.port,
        user: IMAP_USER,
        password: IMAP_PASSWORD,
        caFile: secret('ca.pem', dovecot.ca),
      };
      mailIn = spawn(process.execPath, [PROCESS], {
        env: {
          ...process.env,
          DATABASE_URL: test.engineUrl,
          KEYS_FILE: secret('keys.json', serialiseKeyRing(org.ring)),
          MAIL_DOMAIN: DOMAIN,
          MAIL_IN_PORT: '0',
          IMAP_MAILBOXES_FILE: secret('mailboxes.json', JSON.stringify([mailbox])),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [mailIn.stdout!, mailIn.stderr!])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    });
    afterAll(async () => {
      if (mailIn?.exitCode === null) {
        mailIn.kill('SIGTERM');
        await once(mailIn, 'exit');
      }
      await dovecot?.close();
      await test?.close();
      rmSync(folder, { recursive: true });
    });

    it('does what is asked for in it, outlives its server, and ends when it is told to', async () => {
      const [mail, other] = await seedMails(test.db, org, { count: 2, now: new Date() });
      const leave = (token: string): string =>
        `Delivered-To: ${mailtoLocalPart(token)}@${DOMAIN}\r\nFrom: Anna <anna@example.test>\r\nMessage-ID: <${token}@example.test>\r\nSubject: unsubscribe\r\n\r\n\r\n`;
      const left = async (): Promise<number> => {
        const [row] = await test.db.sql.rows<{ n: number }>(
          `SELECT count(*)::int AS n FROM opt_out_request WHERE method = 'MAILTO' AND state = 'CONFIRMED'`,
        );
        return row!.n;
      };
      dovecot.deliver(leave(mail!.token));
      await until(async () => (await left()) === 1);
      await dovecot.stop();
      dovecot.deliver(leave(other!.token));
      await dovecot.start();
      await until(async () => (await left()) === 2);
      mailIn.kill('SIGTERM');
      const [code] = (await once(mailIn, 'exit')) as [number];
      expect(code).toBe(0);
      expect(said).not.toMatch(/anna@|what-the-mailbox|adieu@nordlys/);
    }, 120_000);
  },
);
