import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeInbound } from '@adieu/db';
import { seedMails } from '@adieu/testkit/seed-mails';
import { serialiseKeyRing } from '@adieu/keys';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { atRate } from './at-rate.ts';
import { closedLoop } from './closed-loop.ts';
import { incomingMail, type IncomingMail } from './incoming-mail.ts';
import { describeFigure, type Figure } from './report.ts';
import { openScratch, type Scratch } from './scratch.ts';
import { startProcess } from './start-process.ts';

const CONNECTIONS = 20;
const DOMAIN = 'leave.example.test';
const MAIL_IN = join(import.meta.dirname, '../../api/dist/mail-in.js');
/** What is promised on two cores. */
const PROMISED = { accepted: 200, understood: 50, lateSeconds: 60 };

/**
 * Mails that come in by SMTP to the real process: accepted and committed, then understood, beside the bare insert of the same and
 * the bare parser. Answers with a quoted newsletter, bounces and ways out, as a campaign makes them come back.
 */
export async function benchMailIn(options: { count: number; rate: number }): Promise<boolean> {
  const scratch = await openScratch();
  try {
    const { count, rate } = options;
    const [bare, flood, paced] = await Promise.all(
      [0, 1, 2].map(async () => mailsOf(scratch, count)),
    );
    await scratch.analyze();
    console.log(
      `${count} mails each: 8 answers of 6 kB, 1 bounce, 1 way out in ten; ${CONNECTIONS} connections`,
    );
    const inserted = await closedLoop(bare!, CONNECTIONS, (mail) => insert(scratch, mail));
    console.log(describeFigure('reference: the bare insert, pool of 16', inserted));
    const parsed = await closedLoop(bare!, 1, async ({ raw }) => void (await simpleParser(raw)));
    console.log(describeFigure('reference: the bare parser, in one process', parsed));
    const one = await bySmtp(scratch, flood!, (send) => closedLoop(flood!, CONNECTIONS, send));
    console.log(describeFigure('accepted and committed, as fast as may be', one.accepted));
    console.log(
      `understood                                   ${Math.round(one.perSecond).toLocaleString('en').padStart(8)}/s   the last ${one.lateSeconds.toFixed(1)} s after it came`,
    );
    const ratio = one.accepted.perSecond / inserted.perSecond;
    console.log(`accepted by SMTP to bare inserts: ${ratio.toFixed(2)}`);
    const two = await bySmtp(scratch, paced!, (send) => atRate(paced!, rate, send));
    console.log(describeFigure(`accepted and committed, ${rate} a second`, two.accepted));
    console.log(
      `understood                                   ${Math.round(two.perSecond).toLocaleString('en').padStart(8)}/s   the last ${two.lateSeconds.toFixed(1)} s after it came`,
    );
    const kept = {
      [`accepted ≥ ${PROMISED.accepted}/s`]: one.accepted.perSecond >= PROMISED.accepted,
      [`understood ≥ ${PROMISED.understood}/s`]: one.perSecond >= PROMISED.understood,
      [`at ${rate}/s each within ${PROMISED.lateSeconds} s`]:
        two.lateSeconds <= PROMISED.lateSeconds,
    };
    for (const [what, isKept] of Object.entries(kept))
      console.log(`${what}: ${isKept ? 'kept' : 'MISSED'}`);
    return Object.values(kept).every(Boolean);
  } finally {
    await scratch.close();
  }
}

async function mailsOf({ db, seeded }: Scratch, count: number): Promise<IncomingMail[]> {
  const mails = await seedMails(db, seeded, { count, now: new Date() });
  return mails.map((mail, i) => incomingMail(seeded.ring, DOMAIN, mail, i));
}

async function insert({ db }: Scratch, { raw, to, from }: IncomingMail): Promise<void> {
  const now = new Date();
  const said = { text: null, hint: null, part: null, isGuess: false };
  await storeInbound(
    db.sql,
    {
      channel: 'EMAIL',
      source: 'bare',
      providerId: to,
      raw,
      to,
      from: { address: from, addressKey: null },
      sentAt: now,
      ...said,
    },
    { state: 'UNDERSTOOD' },
    now,
  );
}

interface Taken {
  readonly accepted: Figure;
  /** Understood, from the first that was sent to the last that was understood. */
  readonly perSecond: number;
  readonly lateSeconds: number;
}

async function bySmtp(
  scratch: Scratch,
  mails: readonly IncomingMail[],
  run: (send: (mail: IncomingMail) => Promise<void>) => Promise<Figure>,
): Promise<Taken> {
  const folder = await mkdtemp(join(tmpdir(), 'adieu-bench-'));
  const keys = join(folder, 'keys.json');
  await writeFile(keys, serialiseKeyRing(scratch.seeded.ring), { mode: 0o600 });
  const mailIn = await startProcess('mail-in', MAIL_IN, {
    DATABASE_URL: scratch.url,
    KEYS_FILE: keys,
    MAIL_IN_PORT: '0',
    MAIL_DOMAIN: DOMAIN,
  });
  const pool = createTransport({
    host: '127.0.0.1',
    port: Number(new URL(mailIn.origin).port),
    ignoreTLS: true,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  try {
    const began = new Date();
    const accepted = await run(async ({ from, to, raw }) => {
      await pool.sendMail({ envelope: { from, to: [to] }, raw });
    });
    const { seconds, lateSeconds } = await untilRead(scratch, began);
    return { accepted, perSecond: mails.length / seconds, lateSeconds };
  } finally {
    pool.close();
    await mailIn.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function untilRead({ db }: Scratch, began: Date) {
  for (;;) {
    const [row] = await db.sql.rows<{ unread: number; seconds: number; lateSeconds: number }>(
      `SELECT (count(*) FILTER (WHERE state = 'RECEIVED'))::int AS unread,
         extract(epoch FROM max(changed_at) - $1::timestamptz)::float8 AS seconds,
         extract(epoch FROM max(changed_at - received_at))::float8 AS "lateSeconds"
       FROM inbound_message WHERE received_at >= $1 AND source = 'smtp'`,
      [began],
    );
    if (row!.unread === 0) return row!;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
