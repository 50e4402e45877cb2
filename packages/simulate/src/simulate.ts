import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { type Ask, createAsk, type Endpoints } from '@adieu/cli';
import { type Database, openDatabase } from '@adieu/db';
import { parseKeyRing } from '@adieu/keys';
import { TypeID } from 'typeid-js';
import { administer } from './administer.ts';
import { createBrowsers } from './browser.ts';
import { collectFacts } from './collect-facts.ts';
import type { Facts, MailingFacts } from './facts.ts';
import type { Crowd } from './crowd.ts';
import { sendMailing, sendSmsMailing } from './mailing.ts';
import type { World } from './person.ts';
import { createPost } from './post.ts';
import { type Moment, showProgress } from './progress.ts';
import type { ReadSetting } from './read-setting.ts';
import { countMessages, countOpen } from './record.ts';
import { collectSms } from './sms/collect-sms.ts';
import type { Phones } from './sms/phones.ts';
import { createSmsBook } from './sms/tenant-sms.ts';
import { createTenant, policyOf, type Tenant } from './tenant.ts';

const LOOK_AGAIN_MS = 100;
/** How long after the last that can happen everything must have come to rest. */
const REST_WITHIN_MS = 60_000;
const STATE = `query SimulatedState($id: ID!) { campaign(id: $id) { state } }`;
/** A campaign that Adieu paused by itself goes no further. */
const OVER = new Set(['SENT', 'PAUSED', 'CANCELLED']);

interface Run {
  readonly setting: ReadSetting;
  readonly crowd: Crowd;
  /** Null where nobody gets SMS. */
  readonly phones: Phones | null;
  readonly db: Database;
  readonly tenant: Tenant;
  readonly smsBookId: string | null;
  readonly admin: Ask;
  readonly campaigner: Ask;
  readonly stop: AbortSignal;
  readonly output: NodeJS.WriteStream;
}

/** Runs the whole of a setting on an installation whose mail goes to `crowd`. Gives what happened. */
export async function simulate(
  {
    endpoints,
    output,
    stop,
  }: { endpoints: Endpoints; output: NodeJS.WriteStream; stop: AbortSignal },
  setting: ReadSetting,
  crowd: Crowd,
  phones: Phones | null,
): Promise<Facts> {
  const db = await openDatabase({ url: endpoints.database, maxConnections: 6 });
  const browsers = await createBrowsers(endpoints.caCertificate);
  const post = createPost(endpoints.smtpIn);
  try {
    const ring = parseKeyRing(await readFile(endpoints.keysFile, 'utf8'));
    const tenant = await createTenant(db, setting, crowd.people, ring);
    const smsBookId = phones && (await createSmsBook(db, tenant, setting, phones.people, ring));
    const admin = createAsk(endpoints.graphql, tenant.adminKey);
    const campaigner = createAsk(endpoints.graphql, tenant.campaignerKey);
    const world: Omit<World, 'countScan'> = {
      db,
      browsers,
      post,
      origin: endpoints.publicUrl,
      secondsPerDay: setting.time.secondsPerDay,
      stop,
    };
    crowd.wakeUp(world);
    phones?.wakeUp(world, endpoints.graphql);
    const on = { setting, crowd, phones, db, tenant, smsBookId };
    return await run({ ...on, admin, campaigner, stop, output });
  } finally {
    post.close();
    await browsers.close();
    await db.close();
  }
}

async function run(on: Run): Promise<Facts> {
  const { setting, crowd, db, admin, stop, output } = on;
  const { secondsPerDay, daysBetweenMailings } = setting.time;
  const dayMs = secondsPerDay * 1000;
  const over = new AbortController();
  const administering = administer(admin, crowd.byAddress, {
    afterMs: setting.admin.afterDays * dayMs,
    stop: AbortSignal.any([stop, over.signal]),
  });
  const startedAt = Date.now();
  const endProgress = showProgress(output, async (): Promise<Moment> => {
    const { waiting } = await countOpen(db);
    return { day: (Date.now() - startedAt) / dayMs, waiting, ...crowd.count() };
  });
  try {
    const sent: { id: string; at: number }[] = [];
    const sentBySms: { id: string; at: number }[] = [];
    for (let n = 1; n <= setting.mailings; n += 1) {
      const due = startedAt + (n - 1) * daysBetweenMailings * dayMs;
      await wait(Math.max(0, due - Date.now()), undefined, { signal: stop });
      // The next goes when the one before is out, however slow the machine: else nothing has come back of it yet.
      for (const { id } of [...sent, ...sentBySms]) await untilOver(on, id);
      sent.push({
        at: Date.now(),
        id: await sendMailing(on.campaigner, on.tenant.bookId, setting, n),
      });
      if (on.smsBookId === null || setting.sms === undefined) continue;
      const { text } = setting.sms;
      sentBySms.push({
        at: Date.now(),
        id: await sendSmsMailing(on.campaigner, on.smsBookId, { name: setting.name, text }, n),
      });
    }
    for (const { id } of [...sent, ...sentBySms]) await untilOver(on, id);
    await Promise.all([crowd.untilAllActed(), on.phones?.untilAllActed()]);
    await untilAtRest(on);
    const mailings = await Promise.all(sent.map((each) => readMailing(on, each)));
    const bySms = await Promise.all(sentBySms.map((each) => readMailing(on, each)));
    over.abort();
    const decided = await administering;
    const sms = on.phones && (await collectSms(db, on.phones, bySms));
    return { ...(await collectFacts(on, startedAt)), mailings, decided, sms };
  } finally {
    over.abort();
    await administering.catch(() => {});
    await endProgress();
  }
}

async function untilOver({ admin, stop }: Run, id: string): Promise<string> {
  for (;;) {
    const { campaign } = await admin<{ campaign: { state: string } }>(STATE, { id });
    if (OVER.has(campaign.state)) return campaign.state;
    await wait(LOOK_AGAIN_MS, undefined, { signal: stop });
  }
}

/** Nothing waits for an admin or a deadline, and every last mail is out; or the longest time for that is over. */
async function untilAtRest({ db, setting, stop }: Run): Promise<void> {
  const deadline = Date.now() + policyOf(setting).reviewSeconds * 1000 + REST_WITHIN_MS;
  for (;;) {
    const { waiting, unsettled } = await countOpen(db);
    if ((waiting === 0 && unsettled === 0) || Date.now() > deadline) return;
    await wait(LOOK_AGAIN_MS, undefined, { signal: stop });
  }
}

async function readMailing(on: Run, { id, at }: { id: string; at: number }): Promise<MailingFacts> {
  const uuid = TypeID.fromString(id).toUUID();
  return { at, state: await untilOver(on, id), messages: await countMessages(on.db, uuid) };
}
