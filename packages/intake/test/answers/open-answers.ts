import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '@adieu/db';
import { replyLocalPart } from '@adieu/keys';
import { createTestDatabase, type Seed, seed, type TestDatabase } from '@adieu/testkit';
import { createTransport } from 'nodemailer';
import { pino } from 'pino';
import { createMailIn } from '../../src/index.ts';
import type { ResolveDns } from '../../src/mail/vouch/resolve-dns.ts';

export const DOMAIN = 'leave.example.test';
export const NOW = new Date('2026-05-04T08:00:00.000Z');

/** Nobody is found: nothing vouches for anybody. */
export const resolveNothing: ResolveDns = async () => {
  throw Object.assign(new Error('nothing there'), { code: 'ENOTFOUND' });
};

/** What an independent mail program sends. */
export interface SentMail {
  readonly to: string;
  /** Of the envelope, and of From where that is not said. */
  readonly from: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly inReplyTo?: string;
  /** The whole mail, whatever else is said. */
  readonly raw?: string | Buffer;
  readonly envelopeFrom?: string;
}

export interface Answers {
  readonly test: TestDatabase;
  readonly org: Seed;
  /** Of a message's Reply-To. */
  answerTo(messageId: string): string;
  /** The reply to a mail, as a number: it has been read by then. */
  send(mail: SentMail): Promise<number>;
  requests(messageId: string): Promise<unknown[]>;
  inbound(): Promise<Inbound>;
  close(): Promise<void>;
}

interface Inbound {
  readonly outcome: string | null;
  readonly state: string;
  readonly text: string | null;
  readonly why: readonly string[];
  readonly remark: string | null;
  readonly isOurs: boolean;
}

/** mail-in with a database of its own. */
export async function openAnswers(): Promise<Answers> {
  const test = await createTestDatabase();
  const org = await seed(test.db);
  const db = await openDatabase({ url: test.url });
  const server = createMailIn({
    db,
    ring: org.ring,
    log: pino({ level: 'silent' }),
    mailDomain: DOMAIN,
    clock: () => NOW,
    resolve: resolveNothing,
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  return {
    test,
    org,
    answerTo: (messageId) => `${replyLocalPart(org.ring, messageId)}@${DOMAIN}`,
    async send({ to, from, envelopeFrom = from, subject = 'Re: Spring', ...mail }) {
      const sent = { envelope: { from: envelopeFrom, to: [to] }, from, to, subject, ...mail };
      try {
        return Number((await transport.sendMail(sent)).response.slice(0, 3));
      } catch (error) {
        return (error as { responseCode: number }).responseCode;
      }
    },
    requests: (messageId) =>
      test.db.sql.rows(
        `SELECT q.state, q.method, q.signal, q.scope_kind AS scope, e.detail ->> 'note' AS note
         FROM opt_out_request q JOIN opt_out_evidence e ON e.request_id = q.id WHERE q.message_id = $1 ORDER BY e.id`,
        [messageId],
      ),
    async inbound() {
      const [row] = await test.db.sql.rows<Inbound>(
        `SELECT outcome, state, text, why, remark, organisation_id IS NOT NULL AS "isOurs" FROM inbound_message ORDER BY id DESC LIMIT 1`,
      );
      return row!;
    },
    async close() {
      transport.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await db.close();
      await test.close();
    },
  };
}
