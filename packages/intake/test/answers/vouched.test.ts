import { generateKeyPairSync } from 'node:crypto';
import { openDatabase } from '@adieu/db';
import { createSigner } from '@adieu/gateways';
import { parseDkimKeys, replyLocalPart } from '@adieu/keys';
import {
  createTestDatabase,
  type Seed,
  seed,
  type SeededMail,
  seedMails,
  type TestDatabase,
} from '@adieu/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeMail } from '../../src/mail/describe-mail.ts';
import { storeMail } from '../../src/mail/store-mail.ts';
import { understandMail } from '../../src/mail/understand-mail.ts';
import type { ResolveDns } from '../../src/mail/vouch/resolve-dns.ts';
import { DOMAIN, NOW } from './open-answers.ts';

/** Of whoever they write to, who reads answers in a mailbox of their own. */
const MAILBOX = 'hej@nordlys.example';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const point = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
const resolve: ResolveDns = async (name) => {
  if (name === 'a._domainkey.example.test')
    return [[`v=DKIM1; k=ed25519; p=${point.toString('base64')}`]];
  throw Object.assign(new Error('nothing there'), { code: 'ENOTFOUND' });
};
const sign = createSigner(
  parseDkimKeys(
    JSON.stringify([
      {
        domain: 'example.test',
        selector: 'a',
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
      },
    ]),
  ),
  'example.test',
  async () => true,
);

let test: TestDatabase;
let org: Seed;
let mails: SeededMail[];
let db: Awaited<ReturnType<typeof openDatabase>>;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  mails = await seedMails(test.db, org, { count: 8, now: NOW });
  db = await openDatabase({ url: test.url });
});
afterAll(async () => {
  await db?.close();
  await test?.close();
});

interface Came {
  readonly to?: string;
  readonly source?: string;
  readonly relay?: 'NAMES_NOBODY';
}

/** A mail that came in by whatever way is stored and understood. */
async function came(raw: Buffer, { to = MAILBOX, source = 'imap/hej', relay }: Came = {}) {
  const deps = {
    db,
    ring: org.ring,
    log: pino({ level: 'silent' }),
    clock: () => NOW,
    mailDomain: DOMAIN,
    resolve,
    authservIds: ['mx.nordlys.example'],
  };
  const described = await describeMail(raw);
  const envelope = {
    from: 'x@example.test',
    origin: '192.0.2.7',
    helo: null,
    ...(relay && { relay }),
  };
  const mail = { source, providerId: null, to, envelope, raw, described, dueAt: NOW };
  const stored = await storeMail(db.sql, deps, mail);
  return understandMail(deps, stored!.id);
}

const stopp = ({ messageId, address }: SeededMail, head = ''): Buffer =>
  Buffer.from(
    `${head}From: ${address}\r\nTo: ${MAILBOX}\r\nSubject: Sv: x\r\nMessage-ID: <${messageId}@example.test>\r\nIn-Reply-To: <${messageId}@${DOMAIN}>\r\n\r\nSTOPP\r\n`,
  );
const signals = ({ messageId }: SeededMail) =>
  test.db.sql.rows('SELECT signal, method FROM opt_out_request WHERE message_id = $1', [messageId]);

const CLEAR = [{ signal: 'CLEAR', method: 'MAIL_REPLY' }];
const UNCLEAR = [{ signal: 'UNCLEAR', method: 'MAIL_REPLY' }];

describe('STOPP that names the mail which it answers, and came to another mailbox', () => {
  it('is clear where a signature vouches for who wrote it', async () => {
    const mail = mails.pop()!;
    expect(await came(await sign(stopp(mail), NOW))).toMatchObject({ outcome: 'OPT_OUT' });
    expect(await signals(mail)).toEqual(CLEAR);
  });

  it('pauses where nothing does: a From anybody can write (M-5)', async () => {
    const mail = mails.pop()!;
    expect(await came(stopp(mail))).toMatchObject({ outcome: 'PAUSE' });
    expect(await signals(mail)).toEqual(UNCLEAR);
  });

  it('of somebody else who is vouched for pauses all the same', async () => {
    const mail = mails.pop()!;
    const raw = await sign(stopp({ ...mail, address: 'colleague@example.test' }), NOW);
    expect(await came(raw)).toMatchObject({ outcome: 'PAUSE' });
  });

  it('counts as one of its own where it was found to answer a mail alone: no token was written', async () => {
    const mail = mails.pop()!;
    const to = `${replyLocalPart(org.ring, mail.messageId)}@${DOMAIN}`;
    expect(await came(stopp(mail), { to })).toMatchObject({ outcome: 'PAUSE' });
    const other = mails.pop()!;
    const named = `${replyLocalPart(org.ring, other.messageId)}@${DOMAIN}`;
    const raw = stopp(other, `Delivered-To: ${named}\r\n`);
    expect(await came(raw, { to: named })).toMatchObject({ outcome: 'OPT_OUT' });
  });
});

describe('what a mail server of ours found of it (M-6)', () => {
  const FOUND =
    'Authentication-Results: mx.nordlys.example; dmarc=pass header.from=example.test\r\n';

  it('counts where that server brought it, and not where a stranger wrote it', async () => {
    const stranger = mails.pop()!;
    expect(await came(stopp(stranger, FOUND), { source: 'smtp' })).toMatchObject({
      outcome: 'PAUSE',
    });
    const brought = mails.pop()!;
    const by = { source: 'smtp', relay: 'NAMES_NOBODY' } as const;
    expect(await came(stopp(brought, FOUND), by)).toMatchObject({ outcome: 'OPT_OUT' });
  });

  it('mails that answer none of ours are nobody’s here', async () => {
    const raw = Buffer.from(`From: a@example.test\r\nSubject: x\r\n\r\nSTOPP\r\n`);
    expect(await came(raw)).toEqual({ parked: 'NO_SENDER' });
  });
});
