import { askSystemSms, changePreferences, storeInbound, type Transaction } from '@adieu/db';
import { campaignWorkflowId, TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import type { SmsGateway, SmsGateways } from '@adieu/gateways';
import { releasedSms, type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ended } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

const AT_ONCE = 2;
const DAY = 86_400_000;
let mails: SmtpSink;
let run: RunningWorker;
let clock = Date.parse('2026-05-04T10:00:00Z');
/** What the next transaction of an activity takes. */
let slowBy = 0;
let open = 0;
let mostOpen = 0;
const sent: string[] = [];

/** Slow, so that whoever asks for more at once than it takes is seen to. */
const gateway: SmsGateway = {
  name: 'slow',
  kind: 'generic',
  features: { statuses: false, inboundParts: 'whole', textSender: true, optOutList: 'none' },
  perSecond: null,
  atOnce: AT_ONCE,
  async send({ id }) {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    await pause(20);
    open -= 1;
    sent.push(id);
    return { sent: `slow-${id}` };
  },
  async listOptOuts() {
    return { optOuts: [], next: null };
  },
  async addOptOut() {},
  async close() {},
};
let isThere = true;
const gateways: SmsGateways = {
  get all() {
    return isThere ? [gateway] : [];
  },
  gatewayFor: () => (isThere ? gateway : null),
  carriedBy: () => ({ senders: [], except: true }),
  async close() {},
};

beforeAll(async () => {
  mails = await startSmtpSink();
  run = await runWorker({
    smtpUrl: mails.url,
    poolSize: 10,
    sms: gateways,
    clock: () => new Date(clock),
    deps: (deps) => ({ ...deps, db: { ...deps.db, transaction: slowly } }),
  });
});
function slowly<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  clock += slowBy;
  slowBy = 0;
  return run.test.db.transaction(work);
}
afterAll(async () => {
  await run?.close();
  await mails?.close();
});

const tick = () =>
  run.client.workflow.execute(WORKFLOWS.sendHeld, {
    taskQueue: TASK_QUEUE,
    workflowId: `held-${crypto.randomUUID()}`,
    args: [],
  }) as Promise<number>;

async function campaign(count: number) {
  const { campaignId, messages } = await releasedSms(run.test, run.org, {
    count,
    now: new Date(clock),
  });
  await ended(run, campaignWorkflowId(campaignId));
  return messages;
}

describe('SMS that were held (N12)', () => {
  it('go to their gateway as many at once as it takes, whatever the mail server takes; without one they wait', async () => {
    const { accountId } = run.org;
    for (const { recipientId } of await campaign(20))
      await run.test.db.transaction((sql) =>
        changePreferences(sql, {
          recipientId,
          accountId,
          change: { frequency: 'WEEKLY' },
          now: new Date(clock),
        }),
      );
    clock += DAY;
    const held = await campaign(20);
    clock += 7 * DAY;
    isThere = false;
    expect(await tick()).toBe(0);
    isThere = true;
    mostOpen = 0;
    const before = sent.length;
    expect(await tick()).toBe(20);
    expect(sent.slice(before).toSorted()).toEqual(held.map(({ id }) => id).toSorted());
    expect(mostOpen).toBe(AT_ONCE);
  });
});

/** Those whose SMS we have a number of are told that they have joined, once it is their turn. */
async function askForAll(): Promise<number> {
  const { db } = run.test;
  const { organisationId, accountId } = run.org;
  const people = await db.sql.rows<{ key: Buffer }>(
    `SELECT address_key AS key FROM recipient WHERE channel = 'SMS' ORDER BY address`,
  );
  const now = new Date(clock);
  for (const { key } of people)
    await askSystemSms(db.sql, {
      organisationId,
      accountId,
      kind: 'JOINED',
      about: crypto.randomUUID(),
      addressKey: key,
      sender: '72080',
      now,
    });
  clock += 60_000;
  return people.length;
}

const readInbound = () =>
  run.client.workflow.execute(WORKFLOWS.readInbound, {
    taskQueue: TASK_QUEUE,
    workflowId: `read-${crypto.randomUUID()}`,
    args: [],
  });

it('SMS of ours that are asked for in bulk go as many at once as their gateway takes (E3)', async () => {
  const asked = await askForAll();
  mostOpen = 0;
  const before = sent.length;
  await readInbound();
  expect(sent.length - before).toBe(asked);
  expect(mostOpen).toBe(AT_ONCE);
});

it('SMS of ours go however long the reading of what came in takes (E3)', async () => {
  const asked = await askForAll();
  const at = new Date(clock);
  const from = { address: '71700', addressKey: null };
  const inbound = {
    channel: 'SMS',
    source: 'slow',
    providerId: 'one',
    isGuess: false,
    to: '72080',
  } as const;
  const told = { raw: Buffer.from(''), from, text: 'Hello', hint: null, part: null, sentAt: at };
  await storeInbound(
    run.test.db.sql,
    { ...inbound, ...told },
    { state: 'RECEIVED', dueAt: at },
    at,
  );
  slowBy = 60_000;
  const before = sent.length;
  expect(await readInbound()).toBe(1);
  expect(sent.length - before).toBe(asked);
});
