import { campaignForSending } from '@adieu/db';
import { compileCampaign } from '@adieu/templates';
import { createMailTransport, handOver, type MailTransport, type RawMail } from '@adieu/workflows';
import { closedLoop } from './closed-loop.ts';
import { fillNewsletter, releaseToNewsletter } from './newsletter.ts';
import { describeFigure, describeRatio } from './report.ts';
import { openScratch, type Scratch } from './scratch.ts';
import { startSink } from './sink.ts';

const BUDGET = 0.7;
const LINKS = { publicUrl: 'https://leave.example.test', mailDomain: 'leave.example.test' };
/**
 * Imports contacts, and hands a campaign to all of them over to a counting mail server, with gate and headers; beside it
 * the same pool sending one prebuilt mail as often. Gives whether the budget was kept and no mail was lost or doubled.
 */
export async function benchSend(options: { count: number; connections: number }): Promise<boolean> {
  const { count, connections } = options;
  const scratch = await openScratch();
  const sink = await startSink();
  const mail = createMailTransport({ url: sink.url, poolSize: connections });
  try {
    console.log(
      `${count} mails, ${connections} connections, mail server and database on this machine`,
    );
    await fillNewsletter(scratch, count);
    const campaignId = await releaseToNewsletter(scratch);
    // The reference sends what the campaign sends, byte for byte as long: its first mail.
    const first = recordFirst(mail);
    const campaign = await send(scratch, { ...mail, send: first.send }, campaignId);
    const took = await sink.count();
    const reference = await closedLoop(
      Array.from({ length: count }, () => first.mail()),
      connections,
      async (one) => void (await mail.send(one)),
    );
    console.log(describeFigure('reference: the pool, one prebuilt mail', reference));
    console.log(
      `${'campaign hand-over, gate and headers'.padEnd(44)} ${Math.round(campaign).toLocaleString('en').padStart(8)}/s`,
    );
    const ratio = campaign / reference.perSecond;
    console.log(describeRatio(ratio, BUDGET));
    return (await isWhole(scratch, campaignId, { took, count })) && ratio >= BUDGET;
  } finally {
    mail.close();
    await sink.stop();
    await scratch.close();
  }
}

/** Mails handed over a second. */
async function send(
  { db, seeded }: Scratch,
  mail: MailTransport,
  campaignId: string,
): Promise<number> {
  const campaign = await campaignForSending(db.sql, campaignId);
  if (campaign === null) throw new Error('the campaign is gone');
  const compiled = await compileCampaign(campaign);
  if (!compiled.ok) throw new Error('the campaign does not compile');
  const deps = { db, mail, ring: seeded.ring, links: LINKS, clock: () => new Date() };
  const started = performance.now();
  const sent = await handOver(deps, campaign, compiled.campaign, () => true);
  return sent / ((performance.now() - started) / 1000);
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
