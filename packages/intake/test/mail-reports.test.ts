import { generateKeyPairSync } from 'node:crypto';
import { eraseRecipient } from '@adieu/db';
import { createSigner } from '@adieu/gateways';
import {
  bounceLocalPart,
  createKeyRing,
  feedbackId,
  parseDkimKeys,
  signMessageLink,
} from '@adieu/keys';
import {
  createTestDatabase,
  type Seed,
  seed,
  type SeededMail,
  seedMails,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOMAIN, NOW, takeMail } from './take-mail.ts';

const COMPLAINTS = `complaints@${DOMAIN}`;
let test: TestDatabase;
let org: Seed;
let mails: SeededMail[];
beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  mails = await seedMails(test.db, org, { count: 40, now: NOW, topicId: org.eventsTopicId });
});
afterAll(() => test?.close());

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const point = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);

/** A mail as its domain signs it (DKIM). */
function signed(by: string, raw: string): Promise<Buffer> {
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const keys = [{ domain: by, selector: 'a', privateKey: pem }];
  const sign = createSigner(parseDkimKeys(JSON.stringify(keys)), by, async () => true);
  return sign(Buffer.from(raw.replaceAll('\n', '\r\n')), NOW);
}

const take = (to: string, raw: string | Buffer) =>
  takeMail({
    db: test.db,
    ring: org.ring,
    to,
    raw: Buffer.isBuffer(raw) ? raw : Buffer.from(raw.replaceAll(/\r?\n/g, '\r\n')),
    resolve: async () => [[`v=DKIM1; k=ed25519; p=${point.toString('base64')}`]],
  });
const nextMail = (): SeededMail => mails.pop()!;
const pathOf = ({ messageId }: SeededMail): string =>
  `${bounceLocalPart(org.ring, messageId)}@${DOMAIN}`;
const requestsOf = ({ messageId }: SeededMail) =>
  test.db.sql.rows(
    'SELECT scope_kind AS scope, state, method FROM opt_out_request WHERE message_id = $1',
    [messageId],
  );
const signalsOf = ({ messageId }: SeededMail) =>
  test.db.sql.rows<{ kind: string; detail: object }>(
    'SELECT kind, detail FROM machine_signal WHERE message_id = $1',
    [messageId],
  );
const complaintsOf = async ({ messageId }: SeededMail): Promise<number> =>
  (await test.db.sql.rows('SELECT 1 FROM complaint WHERE message_id = $1', [messageId])).length;

let written = 0;
const arf = (
  type: string,
  ...enclosed: readonly string[]
): string => `From: fbl@mailbox.example.test
Message-ID: <${(written += 1)}@mailbox.example.test>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary=b

--b
Content-Type: text/plain

This is a complaint.
--b
Content-Type: message/feedback-report

Feedback-Type: ${type}
User-Agent: Mailbox/1.0
Version: 1

--b
Content-Type: message/rfc822

To: redacted@example.test
${enclosed.join('\n')}

Hello
--b--
`;
const linkOf = ({ token }: SeededMail): string =>
  `List-Unsubscribe: <https://adieu.example.test/u/${token}>`;
const idOf = ({ messageId }: SeededMail): string =>
  `CFBL-Feedback-ID: ${feedbackId(org.ring, messageId)}`;
/** An operator's to look at. */
const STRAY = { parked: 'NO_SENDER', isAnybodys: true };
const LEFT = { scope: 'ORGANISATION', state: 'CONFIRMED', method: 'SPAM_REPORT' };

describe('a complaint that comes by mail (P8, H-13, F7)', () => {
  it.each(['abuse', 'opt-out'])(
    'of the type %s leaves all marketing, and is counted once (M-9, W-14)',
    async (type) => {
      const mail = nextMail();
      for (let i = 0; i < 2; i += 1)
        expect(await take(COMPLAINTS, arf(type, linkOf(mail)))).toMatchObject({
          outcome: 'OPT_OUT',
        });
      expect(await requestsOf(mail)).toEqual([LEFT]);
      expect(await complaintsOf(mail)).toBe(1);
    },
  );

  it.each(['not-spam', 'auth-failure', 'virus', 'x-new'])(
    'of the type %s takes nobody off (M-9)',
    async (type) => {
      const mail = nextMail();
      expect(await take(COMPLAINTS, arf(type, linkOf(mail)))).toMatchObject({
        outcome: 'NOTHING',
        why: [type],
      });
      expect(await requestsOf(mail)).toEqual([]);
      expect(await complaintsOf(mail)).toBe(0);
      expect(await signalsOf(mail)).toHaveLength(type === 'not-spam' ? 0 : 1);
    },
  );

  it('that holds no more than an id of ours, and that nobody vouches for, pauses (M-10)', async () => {
    for (const header of [
      idOf,
      ({ messageId }: SeededMail) => `Message-ID: <${messageId}@${DOMAIN}>`,
    ]) {
      const mail = nextMail();
      expect(await take(COMPLAINTS, arf('abuse', header(mail)))).toMatchObject({
        outcome: 'PAUSE',
      });
      expect(await requestsOf(mail)).toEqual([{ ...LEFT, state: 'PENDING' }]);
    }
  });

  it('signed by the domain of its From counts by an id alone; by another it pauses (M-10, RFC 9477)', async () => {
    for (const [by, state] of [
      ['mailbox.example.test', 'CONFIRMED'],
      ['elsewhere.example', 'PENDING'],
    ] as const) {
      const mail = nextMail();
      await take(COMPLAINTS, await signed(by, arf('abuse', idOf(mail))));
      expect(await requestsOf(mail)).toEqual([{ ...LEFT, state }]);
    }
  });

  it('whose signature was broken on the way pauses (M-10)', async () => {
    const mail = nextMail();
    const sound = await signed('mailbox.example.test', arf('abuse', idOf(mail)));
    await take(COMPLAINTS, Buffer.concat([sound, Buffer.from('-- \r\nThe list\r\n')]));
    expect(await requestsOf(mail)).toEqual([{ ...LEFT, state: 'PENDING' }]);
  });

  it('that is too long to be checked pauses, and costs next to nothing', async () => {
    const mail = nextMail();
    const blanks = `${arf('abuse', idOf(mail))}${' '.repeat(8 * 1024 * 1024)}`;
    const sealed = await signed('mailbox.example.test', arf('abuse', idOf(mail)));
    const signature = sealed.toString('latin1').split(/\r\n(?![\t ])/, 1)[0]!;
    const before = process.cpuUsage();
    await take(COMPLAINTS, `${signature}\r\n${blanks}`);
    const { user, system } = process.cpuUsage(before);
    expect(await requestsOf(mail)).toEqual([{ ...LEFT, state: 'PENDING' }]);
    expect((user + system) / 1000).toBeLessThan(1_000);
  });

  it('asks nobody in DNS where it names no message of ours', async () => {
    const asked: string[] = [];
    const raw = await signed('mailbox.example.test', arf('abuse'));
    const resolve = async (name: string) => {
      asked.push(name);
      return [];
    };
    await takeMail({ db: test.db, ring: org.ring, to: COMPLAINTS, raw, resolve });
    expect(asked).toEqual([]);
  });

  it('of Hotmail, which has no part of its own, counts (M-9)', async () => {
    const mail = nextMail();
    const raw = `From: staff@hotmail.com\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nX-HmXmrOriginalRecipient: a@b.test\n${linkOf(mail)}\n\nHello\n--b--\n`;
    expect(await take(COMPLAINTS, raw)).toMatchObject({ outcome: 'OPT_OUT' });
    expect(await requestsOf(mail)).toEqual([LEFT]);
  });

  it('to a return path is of the message that it names', async () => {
    const mail = nextMail();
    expect(await take(pathOf(mail), arf('abuse'))).toMatchObject({ outcome: 'PAUSE' });
    expect(await requestsOf(mail)).toHaveLength(1);
  });

  it('that is forged does nothing, and waits for an operator (M-10)', async () => {
    const mail = nextMail();
    const ring = createKeyRing();
    const forged = [
      `To: ${mail.address}`,
      `List-Unsubscribe: <https://adieu.example.test/u/${signMessageLink(ring, mail.messageId)}>`,
      `CFBL-Feedback-ID: ${feedbackId(ring, mail.messageId)}`,
      `Message-ID: <${mail.messageId}@elsewhere.example.test>`,
    ];
    expect(await take(COMPLAINTS, arf('abuse', ...forged))).toEqual(STRAY);
    expect(await requestsOf(mail)).toEqual([]);
    expect(await complaintsOf(mail)).toBe(0);
  });

  it('that is an automatic answer or a bounce is none (M-3)', async () => {
    expect(
      await take(COMPLAINTS, 'From: a@b.test\nAuto-Submitted: auto-replied\n\nI am away'),
    ).toEqual({ outcome: 'NOTHING', isAnybodys: true });
    expect(await take(COMPLAINTS, 'From: a@b.test\n\nPlease stop')).toEqual(STRAY);
  });
});

const dsn = (...groups: readonly string[]): string => `From: MAILER-DAEMON@mx.example.test
Message-ID: <${(written += 1)}@mx.example.test>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.test

${groups.join('\n\n')}

--b--
`;
const told = (action: string, status: string, who = 'anna@example.test'): string =>
  `Final-Recipient: rfc822; ${who}\nAction: ${action}\nStatus: ${status}`;

describe('what comes back to a return path (P7, M-7, M-8)', () => {
  it('is kept against its message, whomever it names, without the address, and opts nobody out', async () => {
    const [mail, other] = [nextMail(), nextMail()];
    expect(await take(pathOf(mail), dsn(told('failed', '5.1.1', other.address)))).toMatchObject({
      outcome: 'RETURNED',
    });
    const [signal, ...more] = await signalsOf(mail);
    expect(more).toEqual([]);
    expect(signal!.detail).toMatchObject({ status: '5.1.1' });
    expect(JSON.stringify(signal)).not.toContain('@');
    expect(await signalsOf(other)).toEqual([]);
    expect(await requestsOf(mail)).toEqual([]);
  });

  it.each([
    ['a delay', dsn(told('delayed', '4.4.1'))],
    ['a delivery', dsn(told('delivered', '2.0.0'))],
    ['that another carries it on', dsn(told('relayed', '2.0.0'))],
    ['that it went to many', dsn(told('expanded', '2.0.0'))],
    [
      'that one of many failed',
      dsn(told('failed', '5.1.1'), told('delivered', '2.0.0', 'b@c.test')),
    ],
    [
      'that somebody is away',
      'From: anna@example.test\nAuto-Submitted: auto-replied\n\nI am away. STOP. unsubscribe',
    ],
    [
      'that it was read',
      'From: a@b.test\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\nContent-Type: message/disposition-notification\n\nDisposition: manual-action; displayed\n\n--b--\n',
    ],
  ])('is let go where it tells of %s', async (_, raw) => {
    const mail = nextMail();
    expect(await take(pathOf(mail), raw)).toMatchObject({ outcome: 'NOTHING' });
    const bounces = (await signalsOf(mail)).filter(({ kind }) => kind !== 'AUTO_REPLY');
    expect(bounces).toEqual([]);
    expect(await requestsOf(mail)).toEqual([]);
  });

  it('in words alone is kept as well', async () => {
    const mail = nextMail();
    const raw = 'From: MAILER-DAEMON@mx.test\n\n<a@b.test>:\nRemote host said: 550 5.1.1 unknown\n';
    expect(await take(pathOf(mail), raw)).toMatchObject({ outcome: 'RETURNED' });
    expect((await signalsOf(mail))[0]!.detail).toMatchObject({ status: '5.1.1' });
  });

  it('does nothing where it is forged: by a path that we did not sign, or to another address (M-8)', async () => {
    const mail = nextMail();
    const foreign = `${bounceLocalPart(createKeyRing(), mail.messageId)}@${DOMAIN}`;
    const forged = () => dsn(told('failed', '5.1.1', mail.address));
    expect(await take(foreign, forged())).toEqual({ parked: 'NO_SENDER' });
    expect(await take(COMPLAINTS, forged())).toMatchObject({ outcome: 'NOTHING' });
    expect(await signalsOf(mail)).toEqual([]);
  });

  it('goes with its recipient’s erasure, raw form and all, as complaints do (G-3)', async () => {
    const [returned, delayed, complained, other] = [1, 2, 3, 4].map(nextMail);
    await take(pathOf(returned!), dsn(told('failed', '5.1.1', returned!.address)));
    await take(pathOf(delayed!), dsn(told('delayed', '4.4.1', delayed!.address)));
    await take(COMPLAINTS, arf('not-spam', linkOf(complained!), `To: ${complained!.address}`));
    await take(pathOf(other!), dsn(told('failed', '5.1.1', other!.address)));
    for (const { messageId } of [returned!, delayed!, complained!]) {
      const [{ recipientId }] = (await test.db.sql.rows(
        'SELECT recipient_id AS "recipientId" FROM message WHERE id = $1',
        [messageId],
      )) as [{ recipientId: string }];
      await test.db.transaction((tx) => eraseRecipient(tx, { recipientId, now: NOW }));
    }
    const kept = await Promise.all(
      [returned!, delayed!, complained!, other!].map(async ({ address }) => {
        const rows = await test.db.sql.rows(
          'SELECT 1 FROM inbound_message WHERE position($1::bytea IN raw) > 0',
          [Buffer.from(address)],
        );
        return rows.length;
      }),
    );
    expect(kept).toEqual([0, 0, 0, 1]);
  });
});
