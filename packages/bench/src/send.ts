import { campaignForSending, hasSender } from '@adieu/db';
import { readyCampaign } from '@adieu/templates';
import {
  createSmtpTransport,
  createSigner,
  type MailTransport,
  type RawMail,
  signingTransport,
} from '@adieu/gateways';
import { handOver, mailCarriage } from '@adieu/workflows';
import { BODY_SIZES, pageOf } from './body.ts';
import { closedLoop } from './closed-loop.ts';
import { cpuOf, describeCpu } from './cpu.ts';
import { type DkimKind, dkimKeyOf } from './dkim-key.ts';
import { watchMemory } from './memory.ts';
import { fillNewsletter, releaseToNewsletter } from './newsletter.ts';
import { describeFigure, describeRatio } from './report.ts';
import { sendersOf } from './senders-of.ts';
import { openScratch, type Scratch } from './scratch.ts';
import { sendByNodemailer } from './send-by-nodemailer.ts';
import { type Sink, startSink } from './sink.ts';

const BUDGET = 0.7;
/** A reference says nothing new after so many. */
const MOST_REFERENCE = 20_000;
const LINKS = { publicUrl: 'https://leave.example.test', mailDomain: 'leave.example.test' };
const KINDS: readonly (DkimKind | null)[] = [null, 'rsa', 'ed25519'];

export interface SendOptions {
  readonly count: number;
  readonly connections: number;
  /** Size of the body; 0: each of BODY_SIZES. */
  readonly kilobytes: number;
  /** How many of KINDS. */
  readonly signatures: number;
}

interface Bench {
  readonly scratch: Scratch;
  readonly sink: Sink;
  readonly mail: MailTransport;
  readonly options: SendOptions;
}

/**
 * Imports contacts, and hands campaigns to all of them over to a counting mail server, with gate and headers, unsigned
 * and signed; beside each nodemailer's pool sending one prebuilt mail as often. Says what each part of the work costs, and
 * how much memory it takes. Gives whether the budget was kept and no mail was lost or doubled.
 */
export async function benchSend(options: SendOptions): Promise<boolean> {
  const { count, connections, kilobytes, signatures } = options;
  const scratch = await openScratch();
  const sink = await startSink();
  const mail = createSmtpTransport({ url: sink.url, poolSize: connections });
  try {
    console.log(
      `${count} mails, ${connections} connections, mail server and database on this machine`,
    );
    await fillNewsletter(scratch, count);
    let kept = true;
    for (const size of kilobytes > 0 ? [kilobytes * 1_000] : BODY_SIZES)
      for (const kind of KINDS.slice(0, signatures))
        kept = (await benchPart({ scratch, sink, mail, options }, size, kind)) && kept;
    return kept;
  } finally {
    mail.close();
    await sink.stop();
    await scratch.close();
  }
}

async function benchPart(bench: Bench, size: number, kind: DkimKind | null): Promise<boolean> {
  const { scratch, sink, options } = bench;
  const { count, connections } = options;
  console.log(`\na body of ${size / 1_000} kB, ${kind === null ? 'unsigned' : `DKIM ${kind}`}`);
  const campaignId = await releaseToNewsletter(scratch, { html: pageOf(size) });
  const workers = sendersOf(scratch, { name: 'mail server', pid: sink.pid });
  const taken = await sink.count();
  const before = await cpuOf(workers);
  // Both send what the campaign sends, byte for byte as long: its first mail.
  const first = recordFirst(bench.mail);
  const perSecond = await send(bench, { ...bench.mail, send: first.send }, { campaignId, kind });
  const cpu = describeCpu(before, await cpuOf(workers), count);
  const took = (await sink.count()) - taken;
  const mails = Array.from({ length: Math.min(count, MOST_REFERENCE) }, () => first.mail());
  const reference = await sendByNodemailer(bench.sink.url, bench.options.connections, mails);
  console.log(describeFigure('reference: nodemailer, one prebuilt mail', reference));
  const bare = await closedLoop(
    mails,
    connections,
    async (one) => void (await bench.mail.send(one)),
  );
  console.log(describeFigure('our transport, the same mail', bare));
  console.log(
    `${'campaign hand-over, gate and headers'.padEnd(44)} ${Math.round(perSecond).toLocaleString('en').padStart(8)}/s`,
  );
  console.log(cpu);
  const ratio = perSecond / reference.perSecond;
  // Signing has no budget: where it costs too much, it is left to the mail server.
  console.log(
    kind === null ? describeRatio(ratio, BUDGET) : `ratio ${ratio.toFixed(2)} (no budget)`,
  );
  return (
    (await isWhole(scratch, campaignId, { took, count })) && (kind !== null || ratio >= BUDGET)
  );
}

/** Mails handed over a second. */
async function send(
  { scratch: { db, seeded }, options }: Bench,
  mail: MailTransport,
  { campaignId, kind }: { campaignId: string; kind: DkimKind | null },
): Promise<number> {
  const campaign = await campaignForSending(db.sql, campaignId);
  if (campaign === null || !hasSender(campaign)) throw new Error('the campaign is gone');
  const compiled = await readyCampaign(campaign);
  if (compiled === null) throw new Error('the campaign does not compile');
  const clock = (): Date => new Date();
  const signed =
    kind === null
      ? mail
      : signingTransport(
          mail,
          createSigner([dkimKeyOf(kind)], LINKS.mailDomain, async () => true),
          clock,
        );
  const memory = await watchMemory(options.count);
  const counted: MailTransport = {
    ...signed,
    async send(one) {
      const answer = await signed.send(one);
      memory.step();
      return answer;
    },
  };
  const deps = { db, mail: counted, ring: seeded.ring, links: LINKS, clock };
  const started = performance.now();
  const carriage = mailCarriage(deps, campaign, compiled);
  const sent = await handOver(deps, campaignId, carriage, () => true);
  const seconds = (performance.now() - started) / 1000;
  console.log(await memory.describe());
  return sent / seconds;
}

function recordFirst(mail: MailTransport): { send: MailTransport['send']; mail(): RawMail } {
  let first: RawMail | undefined;
  return {
    send(one) {
      first ??= one;
      return mail.send(one);
    },
    mail() {
      if (first === undefined) throw new Error('no mail was sent');
      return first;
    },
  };
}

/** Whether every recipient got exactly one mail, and the record says so. */
async function isWhole(
  { db }: Scratch,
  campaignId: string,
  { took, count }: { took: number; count: number },
): Promise<boolean> {
  const [row] = await db.sql.rows<{ sent: number }>(
    "SELECT count(*)::int AS sent FROM message WHERE campaign_id = $1 AND state = 'SENT'",
    [campaignId],
  );
  const whole = took === count && row!.sent === count;
  console.log(
    `the mail server took ${took}, the record says ${row!.sent} of ${count}: ${whole ? 'each once' : 'NOT WHOLE'}`,
  );
  return whole;
}
