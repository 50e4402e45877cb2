import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { bounceLocalPart, createKeyRing, mailtoLocalPart, replyLocalPart } from '@adieu/keys';
import {
  armDoubleOptIn,
  changeScope,
  confirmDoubleOptIn,
  exemptBook,
  openDatabase,
  startDoubleOptIn,
} from '@adieu/db';
import { type SeededMail, seedMails } from '@adieu/testkit';
import { createTransport } from 'nodemailer';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailIn } from '../src/index.ts';
import { DOMAIN, type MailedOrg, NOW, openMailedOrg } from './mailed-org.ts';

interface MailIn {
  /** What the server answers to a mail: its reply, as a number. */
  send(mail: {
    to: string;
    from?: string;
    subject?: string;
    text?: string;
    html?: string;
    attachment?: string;
    /** The whole mail as it is, whatever else is said. */
    raw?: string;
  }): Promise<number>;
  loseDatabase(): Promise<void>;
  close(): Promise<void>;
}

let test: MailedOrg['test'];
let org: MailedOrg['org'];
let mailIn: MailIn;
let mails: MailedOrg['mails'];

beforeAll(async () => {
  ({ test, org, mails } = await openMailedOrg(29));
  mailIn = await startMailIn();
});
afterAll(async () => {
  await mailIn?.close();
  await test?.close();
});

async function startMailIn(): Promise<MailIn> {
  const db = await openDatabase({ url: test.url });
  let isLost = false;
  const server = createMailIn({
    db,
    ring: org.ring,
    log: pino({ level: 'silent' }),
    mailDomain: DOMAIN,
    clock: () => NOW,
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  return {
    async send({
      to,
      from = 'somebody@example.test',
      subject = 'unsubscribe',
      text = '',
      html,
      attachment,
      raw,
    }) {
      try {
        const { response } = await transport.sendMail({
          envelope: { from, to: [to] },
          from: 'somebody@example.test',
          to,
          subject,
          text,
          ...(html !== undefined && { html }),
          ...(raw !== undefined && { raw }),
          ...(attachment !== undefined && { attachments: [{ content: attachment }] }),
        });
        return Number(response.slice(0, 3));
      } catch (error) {
        return (error as { responseCode: number }).responseCode;
      }
    },
    async loseDatabase() {
      isLost = true;
      await db.close();
    },
    async close() {
      transport.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      if (!isLost) await db.close();
    },
  };
}

const countOf = async (table: string): Promise<number> => {
  const [row] = await test.db.sql.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return row!.n;
};
/** What is on record of mails to an address, beginning with the newest two. */
const stored = async (to: string) =>
  test.db.sql.rows<{ id: string; state: string; because: string | null; outcome: string | null }>(
    `SELECT id, state, parked_because AS because, outcome FROM inbound_message WHERE to_address = $1 ORDER BY id DESC LIMIT 2`,
    [to],
  );
const nextMail = (): SeededMail => mails.pop()!;
const addressOf = ({ token }: SeededMail): string => `${mailtoLocalPart(token)}@${DOMAIN}`;
const methodsOf = async ({ messageId }: SeededMail): Promise<unknown> =>
  test.db.sql.rows('SELECT state, method FROM opt_out_request WHERE message_id = $1', [messageId]);

/** Whoever left by a mail confirms a double opt-in. */
async function comeBack(messageId: string): Promise<void> {
  const [left] = await test.db.sql.rows<{ recipientId: string; scopeId: string }>(
    'SELECT recipient_id AS "recipientId", scope_id AS "scopeId" FROM opt_out_request WHERE message_id = $1',
    [messageId],
  );
  const { recipientId, scopeId: id } = left!;
  const { organisationId } = org;
  await test.db.transaction(async (tx) => {
    const started = await startDoubleOptIn(tx, {
      organisationId,
      recipientId,
      scope: { kind: 'BOOK', id },
      accountId: null,
      language: 'en',
      declaration: () => 'Yes',
      declarationVersion: '1',
      formUrl: null,
      origin: null,
      userAgent: null,
      now: NOW,
    });
    if ('refused' in started) throw new Error(started.refused);
    const tokenHash = randomBytes(32);
    await armDoubleOptIn(tx, { id: started.id, tokenHash, messageId: 'x@y', now: NOW });
    const asked = { tokenHash, origin: null, userAgent: null, now: NOW };
    expect(await confirmDoubleOptIn(tx, asked)).toMatchObject({ scopeId: id });
  });
}

describe('a report', () => {
  it('to CFBL-Address that names no message of ours is stored, and waits for an operator (M-9)', async () => {
    const to = `complaints@${DOMAIN}`;
    expect(await mailIn.send({ to, from: '', text: 'Stop' })).toBe(250);
    expect(await stored(to)).toMatchObject([{ state: 'PARKED', because: 'NO_SENDER' }]);
  });

  it('to a return path that was not made by us is refused (M-8)', async () => {
    const { messageId } = nextMail();
    const to = `${bounceLocalPart(createKeyRing(), messageId)}@${DOMAIN}`;
    expect(await mailIn.send({ to, from: '', text: 'User unknown' })).toBe(550);
  });
});

describe('a mail to the address of List-Unsubscribe', () => {
  it('opts out, committed before its 250: the token in its address is enough (H-12, M-1)', async () => {
    const mail = nextMail();
    expect(await mailIn.send({ to: addressOf(mail) })).toBe(250);
    expect(await methodsOf(mail)).toEqual([{ state: 'CONFIRMED', method: 'MAILTO' }]);
  });

  it('is kept as evidence by its headers and a hash, without the address and the link (G-10)', async () => {
    const mail = nextMail();
    await mailIn.send({ to: addressOf(mail), subject: `stop ${mail.token}` });
    const [evidence] = await test.db.sql.rows(
      `SELECT kind, path, origin, headers, length(sha256) AS hash, e.detail FROM opt_out_evidence e
       JOIN opt_out_request q ON q.id = e.request_id WHERE q.message_id = $1`,
      [mail.messageId],
    );
    expect(evidence).toEqual({
      kind: 'MAIL',
      path: null,
      origin: '127.0.0.1',
      headers: {
        date: expect.stringContaining('GMT'),
        'message-id': expect.stringMatching(/^<.+@example\.test>$/),
        'from-domain': 'example.test',
      },
      hash: 32,
      detail: {},
    });
  });

  it('counts in whatever case a mail server has made of it, and whatever it says', async () => {
    const mail = nextMail();
    expect(
      await mailIn.send({
        to: addressOf(mail).toUpperCase(),
        subject: '',
        text: 'Sent from my phone',
      }),
    ).toBe(250);
    expect(await methodsOf(mail)).toHaveLength(1);
  });

  it.each([
    ['no text', {}],
    ['text of another alphabet', { text: 'Прошу отписать меня' }],
    ['HTML alone', { html: '<p>stop</p>' }],
    ['text, HTML and an attachment', { text: 'stop', html: '<p>stop</p>', attachment: 'x' }],
  ])('is a wish in force with its 250, whatever it holds: %s (M-1)', async (_what, body) => {
    const mail = nextMail();
    expect(await mailIn.send({ to: addressOf(mail), ...body })).toBe(250);
    expect(await methodsOf(mail)).toEqual([{ state: 'CONFIRMED', method: 'MAILTO' }]);
  });

  it('with the link in its subject counts as well, without a body (H-12, M-1)', async () => {
    const mail = nextMail();
    expect(
      await mailIn.send({ to: `leave@${DOMAIN}`, subject: `Re: unsubscribe ${mail.token}` }),
    ).toBe(250);
    expect(await methodsOf(mail)).toHaveLength(1);
  });

  it('twice is one request (O-8)', async () => {
    const mail = nextMail();
    expect(await mailIn.send({ to: addressOf(mail) })).toBe(250);
    expect(await mailIn.send({ to: addressOf(mail) })).toBe(250);
    expect(await methodsOf(mail)).toHaveLength(1);
  });

  it.each([
    ['of somebody else', () => 'postmaster@elsewhere.example.test'],
    ['that we never made', () => `leave+${'a'.repeat(58)}@${DOMAIN}`],
    ['of another name', () => `info@${DOMAIN}`],
  ])('%s is refused with 550', async (_name, to) => {
    const before = await countOf('opt_out_request');
    expect(await mailIn.send({ to: to() })).toBe(550);
    expect(await countOf('opt_out_request')).toBe(before);
  });

  it.each(['leave', 'reply'])(
    'to %s+… again after they came back counts again, byte for byte the same as it is',
    async (kind) => {
      const mail = nextMail();
      const { address, messageId } = mail;
      const to =
        kind === 'leave' ? addressOf(mail) : `${replyLocalPart(org.ring, messageId)}@${DOMAIN}`;
      const raw = `From: ${address}\r\nSubject: STOPP\r\n\r\n`;
      for (let i = 0; i < 2; i += 1)
        expect(await mailIn.send({ to, from: address, raw })).toBe(250);
      expect(await stored(to)).toHaveLength(1);
      await comeBack(messageId);
      expect(await mailIn.send({ to, from: address, raw })).toBe(250);
      expect(await methodsOf(mail)).toMatchObject([{ state: 'LIFTED' }, { state: 'CONFIRMED' }]);
    },
  );

  it('to a list that is exempt is told so, and changes nothing: 550 (A1)', async () => {
    const { organisationId, staffId: addressBookId } = org;
    const act = { organisationId, addressBookId, reason: 'r', actor: 'Olle', now: NOW };
    const [mail] = await seedMails(test.db, org, { now: NOW, count: 1, addressBookId });
    await exemptBook(test.db.sql, { ...act, exempt: true });
    expect(await mailIn.send({ to: addressOf(mail!) })).toBe(550);
    expect(await methodsOf(mail!)).toEqual([]);
    await exemptBook(test.db.sql, { ...act, exempt: false });
    expect(await mailIn.send({ to: addressOf(mail!) })).toBe(250);
  });

  it('without a link in its subject is told where the link stands: 550', async () => {
    expect(await mailIn.send({ to: `leave@${DOMAIN}`, subject: 'please stop' })).toBe(550);
  });

  it('is about the link in its address or subject, and never about one in its body (M-1)', async () => {
    const [mail, other] = [nextMail(), nextMail()];
    const quoted = `Leave by\n${other.token}\n`;
    expect(await mailIn.send({ to: addressOf(mail), subject: '', text: quoted })).toBe(250);
    expect(await methodsOf(mail)).toHaveLength(1);
    const bare = { to: `leave@${DOMAIN}`, subject: 'unsubscribe', text: quoted };
    expect(await mailIn.send(bare)).toBe(550);
    expect(await methodsOf(other)).toEqual([]);
  });

  it('of a list that is deleted by now leaves the account (P-13)', async () => {
    const { organisationId, eventsTopicId } = org;
    const [mail] = await seedMails(test.db, org, { now: NOW, count: 1, topicId: eventsTopicId });
    await test.db.transaction((sql) =>
      changeScope(sql, {
        organisationId,
        scope: { kind: 'TOPIC', id: eventsTopicId },
        change: { change: 'delete' },
        now: NOW,
      }),
    );
    expect(await mailIn.send({ to: addressOf(mail!) })).toBe(250);
    expect(
      await test.db.sql.rows('SELECT scope_kind FROM opt_out_request WHERE message_id = $1', [
        mail!.messageId,
      ]),
    ).toEqual([{ scope_kind: 'ACCOUNT' }]);
  });

  it.each([
    ['a NUL in it', 'User-Agent: a\0b\r\nMessage-ID: <a\0b@example.test>\r\nFrom: <a@b\0.example>'],
    ['half a character where it is cut', `User-Agent: ${'x'.repeat(299)}😀`],
    ['nothing but control characters', 'User-Agent: \x01\x02\x7f'],
  ])('whose header has %s counts: its evidence is never what refuses it', async (_, header) => {
    const mail = nextMail();
    const raw = `${header}\r\nSubject: unsubscribe\r\n\r\n`;
    expect(await mailIn.send({ to: addressOf(mail), raw })).toBe(250);
    expect(await methodsOf(mail)).toHaveLength(1);
  });

  it('to an address that nobody made is refused, whatever its last letter, and the next is taken', async () => {
    const mail = nextMail();
    const address = addressOf(mail);
    for (const letter of 'abcdefghijklmnopqrstuvwxyz234567')
      if (!address.includes(`${letter}@`))
        expect(await mailIn.send({ to: address.replace(/.@/, `${letter}@`) })).toBe(550);
    expect(await methodsOf(mail)).toEqual([]);
    expect(await mailIn.send({ to: address })).toBe(250);
  });

  it('that is a bounce opts nobody out: 550', async () => {
    const mail = nextMail();
    expect(await mailIn.send({ to: addressOf(mail), from: '' })).toBe(550);
    expect(await methodsOf(mail)).toEqual([]);
  });

  it('is to come again while the database is away: 451, nothing is lost (O-11)', async () => {
    const mail = nextMail();
    const other = await startMailIn();
    try {
      await other.loseDatabase();
      expect(await other.send({ to: addressOf(mail) })).toBe(451);
      expect(await methodsOf(mail)).toEqual([]);
      expect(await mailIn.send({ to: addressOf(mail) })).toBe(250);
      expect(await methodsOf(mail)).toHaveLength(1);
    } finally {
      await other.close();
    }
  });
});

describe('the mailto of a test mail', () => {
  it('is taken, and takes nobody off', async () => {
    const before = await countOf('opt_out_request');
    expect(await mailIn.send({ to: `leave+test@${DOMAIN}` })).toBe(250);
    expect(await countOf('opt_out_request')).toBe(before);
  });
});
