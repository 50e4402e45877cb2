import { campaignForSending, hasSender } from '@adieu/db';
import {
  openSmsGateways,
  type OutgoingSms,
  readSmsGateways,
  type SmsGateway,
} from '@adieu/gateways';
import { readySms } from '@adieu/templates';
import { releasedSms } from '@adieu/testkit/released-sms';
import { handOver, smsCarriage } from '@adieu/workflows';
import { closedLoop } from './closed-loop.ts';
import { cpuOf, describeCpu } from './cpu.ts';
import { describeFigure, describeRatio } from './report.ts';
import { sendersOf } from './senders-of.ts';
import { openScratch, type Scratch } from './scratch.ts';
import { type SmsSinkProcess, startSmsSinkProcess } from './sms-sink.ts';

const BUDGET = 0.7;
const LINKS = { publicUrl: 'https://leave.example.test', mailDomain: 'leave.example.test' };
const INSTALLATION = { shortUrl: 'https://l.example.test/s/', shortCodes: {} };
/**
 * A number is answered; a text carries a short link, which is drawn and stored for each message. Gateways stand somewhere on the
 * Internet: none answers within ten milliseconds. One that answers at once shows what our own work costs, and has no budget.
 */
const PARTS = [
  { kind: 'NUMBER', afterMs: 10 },
  { kind: 'TEXT', afterMs: 10 },
  { kind: 'NUMBER', afterMs: 0 },
] as const;
type Part = (typeof PARTS)[number];

interface Bench {
  readonly scratch: Scratch;
  readonly sink: SmsSinkProcess;
  readonly gateway: SmsGateway;
  readonly count: number;
}

/**
 * Hands campaigns of SMS to all contacts of a book over to a counting gateway, with gate, fence, texts and statuses on record;
 * beside it the bare client of that gateway, sending the first of them as often. Gives whether the budget was kept and no SMS was
 * lost or doubled.
 */
export async function benchSmsOut(options: {
  count: number;
  connections: number;
}): Promise<boolean> {
  const { count, connections } = options;
  const scratch = await openScratch();
  try {
    console.log(`${count} SMS each, ${connections} at once, gateway and database on this machine`);
    let kept = true;
    for (const part of PARTS) {
      const sink = await startSmsSinkProcess(connections, part.afterMs);
      const gateways = openSmsGateways(readSmsGateways(JSON.stringify([sink.gateway])));
      const gateway = gateways.gatewayFor('+46766861004')!;
      try {
        kept = (await benchPart({ scratch, sink, gateway, count }, part)) && kept;
      } finally {
        await gateways.close();
        await sink.stop();
      }
    }
    return kept;
  } finally {
    await scratch.close();
  }
}

async function benchPart(bench: Bench, { kind, afterMs }: Part): Promise<boolean> {
  const { scratch, sink, gateway, count } = bench;
  const link = kind === 'TEXT' ? ', with a short link each' : '';
  console.log(`\nfrom a ${kind}${link}; the gateway answers after ${afterMs} ms`);
  const { campaignId } = await releasedSms(scratch, scratch.seeded, {
    count,
    kind,
    now: new Date(),
  });
  await scratch.analyze();
  const workers = sendersOf(scratch, { name: 'gateway', pid: sink.pid });
  const before = { took: await sink.count(), cpu: await cpuOf(workers) };
  const { perSecond, first } = await send(bench, campaignId);
  const cpu = describeCpu(before.cpu, await cpuOf(workers), count);
  const took = (await sink.count()) - before.took;
  const same = Array.from({ length: count }, () => first);
  const bare = await closedLoop(same, gateway.atOnce, async (one) => {
    const answer = await gateway.send(one);
    if (!('sent' in answer)) throw new Error('the gateway did not take it');
  });
  console.log(describeFigure('reference: the bare client, one SMS', bare));
  const rate = Math.round(perSecond).toLocaleString('en').padStart(8);
  console.log(`${'campaign hand-over, gate and texts'.padEnd(44)} ${rate}/s`);
  console.log(cpu);
  const ratio = perSecond / bare.perSecond;
  const hasBudget = afterMs > 0;
  console.log(hasBudget ? describeRatio(ratio, BUDGET) : `ratio ${ratio.toFixed(2)} (no budget)`);
  const whole = await isWhole(scratch, campaignId, { took, count });
  return whole && (!hasBudget || ratio >= BUDGET);
}

/** SMS handed over a second, and the first of them. */
async function send(
  { scratch: { db, seeded }, gateway }: Bench,
  campaignId: string,
): Promise<{ perSecond: number; first: OutgoingSms }> {
  const campaign = await campaignForSending(db.sql, campaignId);
  if (campaign === null || !hasSender(campaign)) throw new Error('the campaign is gone');
  const ready = await readySms(campaign);
  if (ready === null) throw new Error('the campaign does not compile');
  let first: OutgoingSms | undefined;
  const recorded: SmsGateway = {
    ...gateway,
    send(one) {
      first ??= one;
      return gateway.send(one);
    },
  };
  const deps = {
    db,
    ring: seeded.ring,
    links: LINKS,
    smsLinks: INSTALLATION,
    clock: () => new Date(),
  };
  const started = performance.now();
  const carriage = smsCarriage(deps, campaign, ready, recorded);
  const sent = await handOver(deps, campaignId, carriage, () => true);
  return { perSecond: sent / ((performance.now() - started) / 1000), first: first! };
}

/** Whether every recipient got exactly one SMS, and the record says so, with what the gateway calls it. */
async function isWhole(
  { db }: Scratch,
  campaignId: string,
  { took, count }: { took: number; count: number },
): Promise<boolean> {
  const [row] = await db.sql.rows<{ sent: number; named: number }>(
    `SELECT count(*)::int AS sent, count(d.gateway_id)::int AS named FROM message m
     LEFT JOIN sms_delivery d ON d.message_id = m.id WHERE m.campaign_id = $1 AND m.state = 'SENT'`,
    [campaignId],
  );
  const { sent, named } = row!;
  const whole = took === count && sent === count && named === count;
  console.log(
    `the gateway took ${took}, the record says ${sent} of ${count}: ${whole ? 'each once' : 'NOT WHOLE'}`,
  );
  return whole;
}
