import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createMailIn } from '@adieu/intake';
import { mailtoLocalPart } from '@adieu/keys';
import {
  createTestDatabase,
  freePort,
  type Seed,
  seed,
  seedMails,
  type TestDatabase,
} from '@adieu/testkit';
import { createTransport } from 'nodemailer';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailServer, missing, startExim, startPostfix } from './mail-server.ts';

const DOMAIN = 'leave.example.test';
const SERVERS = [
  { name: 'Postfix', command: 'postfix', start: startPostfix, saysWhoItIsFrom: true },
  { name: 'Exim', command: 'exim4', start: startExim, saysWhoItIsFrom: false },
];

for (const { name, command, start, saysWhoItIsFrom } of SERVERS) {
  const lacks = missing(command);
  if (lacks !== null)
    console.warn(
      `SKIPPED: mails through ${name}, as ${lacks} is not there: apt-get install ${command}, as root`,
    );

  describe.skipIf(lacks !== null)(
    `mail-in behind ${name}, by the lines of docs/mail-in.md (skipped where it is absent)`,
    () => {
      let test: TestDatabase;
      let org: Seed;
      let mta: MailServer;
      let mailIn: ReturnType<typeof createMailIn>;

      beforeAll(async () => {
        test = await createTestDatabase();
        org = await seed(test.db);
        mailIn = createMailIn({
          db: test.db,
          ring: org.ring,
          log: pino({ level: 'silent' }),
          mailDomain: DOMAIN,
          clock: () => new Date(),
          smtp: { trustedMtas: ['127.0.0.1'] },
        });
        const listener = mailIn.listen(0, '127.0.0.1');
        await once(listener, 'listening');
        const { port } = listener.address() as AddressInfo;
        mta = await start({ domain: DOMAIN, port: await freePort(), mailIn: port });
      }, 60_000);
      afterAll(async () => {
        await mta?.stop();
        await new Promise<void>((resolve) => mailIn.close(() => resolve()));
        await test?.close();
      });

      const send = async (to: string): Promise<string> => {
        const transport = createTransport({
          host: '127.0.0.1',
          port: mta.port,
          name: 'client.example.test',
          ignoreTLS: true,
        });
        try {
          const raw = 'From: anna@example.test\r\nSubject: unsubscribe\r\n\r\n';
          const envelope = { from: 'anna@example.test', to: [to] };
          return (await transport.sendMail({ envelope, raw })).response;
        } catch (error) {
          return (error as { response: string }).response;
        } finally {
          transport.close();
        }
      };

      it('a goodbye goes through it, and leaves (M-1)', async () => {
        const [mail] = await seedMails(test.db, org, { count: 1, now: new Date() });
        expect(await send(`${mailtoLocalPart(mail!.token)}@${DOMAIN}`)).toMatch(/^250/);
        await expect
          .poll(
            () =>
              test.db.sql.rows('SELECT method FROM opt_out_request WHERE message_id = $1', [
                mail!.messageId,
              ]),
            { timeout: 20_000 },
          )
          .toEqual([{ method: 'MAILTO' }]);
        const [row] = await test.db.sql.rows<{ helo: string }>(
          `SELECT envelope ->> 'helo' AS helo FROM inbound_message`,
        );
        expect(row!.helo).toBe(saysWhoItIsFrom ? 'client.example.test' : 'mx.example.test');
      }, 60_000);

      it('an address that nobody made is refused at its door: it has nothing to bounce', async () => {
        expect(await send(`leave+${'a'.repeat(58)}@${DOMAIN}`)).toMatch(/^550/);
      }, 60_000);
    },
  );
}
