import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneClick } from './browser.ts';
import { campaign, type CampaignView, graphql, mayContact, sendCampaign } from './graphql.ts';
import { listMails, mailTo, oneClickUrl } from './mailbox.ts';
import { type Product, startProduct } from './product.ts';
import { settledAt } from './record.ts';
import { changeCampaign, chooseByLink, sendSms, smsBook, smsSender } from './sms-campaign.ts';
import { type HandedOver, type SmsGateway, startSmsGateway } from './sms-gateway.ts';
import { until } from '@adieu/testkit/until';

const POOL_SIZE = 4;
const PACED = '+46766860001';
const WHOLE = '+46766860002';
const FREE = '+46766860003';
const AWAY = '+46766860004';
const TEXT = 'Nordlys';
const RATE = 50;
const AT_ONCE = 8;
let product: Product;
let gateway: SmsGateway;
let absent: SmsGateway;
let files: string;
let waits: string;

/** Numbers of readers whom no other test knows. */
const numbersOf = (book: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `+4673${book}${String(i).padStart(6, '0')}`);

beforeAll(async () => {
  [gateway, absent, files] = await Promise.all([
    startSmsGateway(),
    startSmsGateway(),
    mkdtemp(join(tmpdir(), 'adieu-e2e-sms-')),
  ]);
  await absent.leave();
  const settings = join(files, 'sms-gateways.json');
  const entries = [
    gateway.entry('road', [PACED, WHOLE], { rate: `${RATE}/s`, atOnce: AT_ONCE }),
    absent.entry('absent', [AWAY]),
    gateway.entry('free', ['*']),
  ];
  await writeFile(settings, JSON.stringify(entries), { mode: 0o600 });
  product = await startProduct({
    SMTP_POOL_SIZE: String(POOL_SIZE),
    SMS_GATEWAYS_FILE: settings,
  });
  // Its gateway is away, for as long as the others are tried.
  const senderId = await smsSender(product.endpoints, 'NUMBER', AWAY);
  const book = { name: 'Away', senderId, numbers: numbersOf(0, 3) };
  waits = await sendSms(product.endpoints, await smsBook(product.endpoints, book), {
    name: 'Away',
  });
});
afterAll(async () => {
  await product?.stop();
  await Promise.all([gateway?.leave(), absent?.leave(), rm(files, { recursive: true })]);
});

const ended = (id: string): Promise<CampaignView> =>
  until(async () => {
    const view = await campaign(product.endpoints, id);
    return view.state === 'SENT' && view;
  }, 110_000);

/** Somebody answers STOPP to a sender; resolves when its gateway heard that it was taken. */
async function leaves(number: string, sender: string): Promise<void> {
  const stopp = { from: number, to: sender, text: 'STOPP' };
  expect(await gateway.brings(new URL(product.endpoints.graphql).origin, stopp)).toBe(200);
}

const named = (name: string): HandedOver[] =>
  gateway.handed.filter(({ text }) => text.startsWith(name));
const numbersIn = (handed: readonly HandedOver[]): string[] => handed.map(({ to }) => to);

/** How many came in the second that had most. */
function mostInASecond(handed: readonly HandedOver[]): number {
  return Math.max(
    ...handed.map(
      ({ at }) => handed.filter((other) => other.at >= at && other.at < at + 1000).length,
    ),
  );
}

describe('when processes die', () => {
  it('Temporal killed: one click still answers 2xx and is in force; back again, its workflow runs to its end (O-11)', async () => {
    const { endpoints } = product;
    const { newsletter } = endpoints.demo.books;
    await sendCampaign(endpoints, newsletter, 'Storm');
    const first = await until(async () =>
      (await listMails(endpoints)).find(({ subject }) => subject.startsWith('Storm')),
    );
    const mail = await mailTo(endpoints, first.to[0]!.address, /^Storm/);
    product.kill('temporal');
    expect((await oneClick(oneClickUrl(mail))).status).toBe(200);
    const gate = await mayContact(endpoints, mail.to, newsletter);
    expect(gate).toMatchObject({ allowed: false, because: 'OPTED_OUT' });
    await until(() => settledAt(endpoints, mail.to), 90_000);
  });

  it('a gateway away: its SMS wait, and none is lost', async () => {
    const { progress } = await campaign(product.endpoints, waits);
    expect(progress).toMatchObject({ sent: 0, failed: 0, unknown: 0, queued: 3 });
    // They go again half a minute after they were tried: the last test here looks.
    await absent.comeBack();
  });

  it('the worker killed in mid-campaign: everybody gets exactly one mail or SMS, or is shown as unknown, at most as many as went at once; who leaves meanwhile gets none (W-2, W-8)', async () => {
    const { endpoints } = product;
    const senderId = await smsSender(endpoints, 'NUMBER', PACED);
    const numbers = numbersOf(1, 200);
    const book = await smsBook(endpoints, { name: 'Paced', senderId, numbers });
    const texts = await sendSms(endpoints, book, { name: 'Kill' });
    const id = await sendCampaign(endpoints, endpoints.demo.books.newsletter, 'Kill');
    await until(async () =>
      (await listMails(endpoints)).some(({ subject }) => subject.startsWith('Kill')),
    );
    await until(() => named('Kill').length >= 40);
    product.kill('worker');
    const had = new Set(numbersIn(named('Kill')));
    const leavers = numbers.filter((number) => !had.has(number)).slice(-5);
    for (const number of leavers) await leaves(number, PACED);
    const [byMail, bySms] = await Promise.all([ended(id), ended(texts)]);
    for (const [{ progress }, most] of [
      [byMail, POOL_SIZE],
      [bySms, AT_ONCE],
    ] as const) {
      expect(progress).toMatchObject({ queued: 0, failed: 0 });
      expect(progress.unknown).toBeLessThanOrEqual(most);
    }
    expect(bySms.progress.stoppedBecause).toEqual([{ reason: 'OPTED_OUT', count: 5 }]);
    const mails = async () =>
      (await listMails(endpoints))
        .filter(({ subject }) => subject.startsWith('Kill'))
        .map(({ to }) => to[0]!.address);
    await expect
      .poll(async () => (await mails()).length)
      .toBeGreaterThanOrEqual(byMail.progress.sent);
    for (const [received, { progress }] of [
      [await mails(), byMail],
      [numbersIn(named('Kill')), bySms],
    ] as const) {
      expect(new Set(received).size).toBe(received.length);
      expect(received.length).toBeGreaterThanOrEqual(progress.sent);
      expect(received.length).toBeLessThanOrEqual(progress.sent + progress.unknown);
    }
    expect(numbersIn(named('Kill')).filter((number) => leavers.includes(number))).toEqual([]);
  });
});

describe('a campaign by SMS, made and sent by GraphQL alone', () => {
  it('goes to 200 numbers when it is to, no faster than its gateway takes, stands still and goes on; who left gets none (A2, W-2, SM-5)', async () => {
    const { endpoints } = product;
    const senderId = await smsSender(endpoints, 'NUMBER', WHOLE);
    const numbers = numbersOf(2, 200);
    const book = await smsBook(endpoints, { name: 'Whole', senderId, numbers });
    await leaves(numbers[0]!, WHOLE);
    const sendAt = new Date(Date.now() + 1_000);
    const id = await sendSms(endpoints, book, { name: 'Whole', sendAt });
    const some = await until(() => gateway.from(WHOLE).length >= 40 && gateway.from(WHOLE));
    expect(some[0]!.at).toBeGreaterThanOrEqual(sendAt.getTime());
    await changeCampaign(endpoints, 'pauseCampaign', id);
    const { progress } = await until(async () => {
      const view = await campaign(endpoints, id);
      return view.progress.queued + view.progress.sent + view.progress.stopped === 200 && view;
    });
    // Nothing is under way, and what is queued stays that.
    expect(numbersIn(gateway.from(WHOLE))).toHaveLength(progress.sent);
    const had = numbersIn(gateway.from(WHOLE));
    const leavers = numbers.filter((number) => !had.includes(number)).slice(-5);
    await changeCampaign(endpoints, 'resumeCampaign', id);
    for (const number of leavers) await leaves(number, WHOLE);
    const over = (await ended(id)).progress;
    expect(over).toMatchObject({ failed: 0, unknown: 0, queued: 0 });
    expect(over.stoppedBecause).toEqual([{ reason: 'OPTED_OUT', count: over.stopped }]);
    const got = numbersIn(gateway.from(WHOLE));
    expect(new Set(got)).toEqual(
      new Set(numbers.filter((number) => ![numbers[0], ...leavers].includes(number))),
    );
    expect(got).toHaveLength(over.sent);
    // A fifth of a second may be made up for, and what was under way at once may come together.
    expect(mostInASecond(gateway.from(WHOLE))).toBeLessThanOrEqual(RATE * 1.2 + 2 * AT_ONCE);
  });

  it('ends for each as its gateway says: later, once, unknown, refused, opted out; nothing twice (SM-12)', async () => {
    const { endpoints } = product;
    const senderId = await smsSender(endpoints, 'NUMBER', FREE);
    const numbers = numbersOf(3, 8);
    const [busy, page, proxy, slow, wrong, broken, gone] = numbers as [string, ...string[]];
    const html = { 'content-type': 'text/html' };
    gateway.answer = ({ from, to }, attempt) => {
      if (from !== FREE) return null;
      if (to === busy && attempt === 1) return { status: 429, headers: { 'retry-after': '2' } };
      if (to === page) return { status: 200, body: '<html>Welcome</html>', headers: html };
      if (to === proxy) return { status: 502, body: '<html>Bad gateway</html>', headers: html };
      if (to === slow) return { afterMs: 1_500 };
      if (to === wrong) return { status: 400 };
      if (to === broken) return 'drop';
      return to === gone ? { status: 409 } : null;
    };
    const book = await smsBook(endpoints, { name: 'Free', senderId, numbers });
    const { progress } = await ended(await sendSms(endpoints, book, { name: 'Free' }));
    expect(progress).toMatchObject({ sent: 3, unknown: 3, failed: 2, queued: 0 });
    const [first, second] = gateway.from(FREE).filter(({ to }) => to === busy);
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(1_900);
    const others = numbersIn(gateway.from(FREE)).filter((to) => to !== busy);
    expect(others.toSorted()).toEqual(numbers.slice(1));
    const asked = { address: gone, channel: 'SMS', addressBookId: book };
    const answer = await graphql(
      endpoints,
      'query ($asked: MayContactInput!) { mayContact(input: $asked) { because request { method } } }',
      { asked },
    );
    expect(answer).toEqual({
      mayContact: { because: 'OPTED_OUT', request: { method: 'PROVIDER' } },
    });
  });

  it('is held for whom it comes too often, by the link in an earlier one (D2, N12)', async () => {
    const { endpoints } = product;
    const senderId = await smsSender(endpoints, 'TEXT', TEXT);
    const numbers = numbersOf(4, 3);
    const book = await smsBook(endpoints, { name: 'Seldom', senderId, numbers });
    await ended(await sendSms(endpoints, book, { name: 'First' }));
    const one = named('First').find(({ to }) => to === numbers[0])!;
    await chooseByLink(endpoints, /https?:\/\/\S+/.exec(one.text)![0], 'WEEKLY');
    const { progress } = await ended(await sendSms(endpoints, book, { name: 'Second' }));
    expect(progress).toMatchObject({ sent: 2, held: 1, stopped: 0 });
    expect(numbersIn(named('Second')).toSorted()).toEqual(numbers.slice(1));
  });

  it('that found its gateway away goes once when it is there again', async () => {
    expect((await ended(waits)).progress).toMatchObject({ sent: 3, unknown: 0 });
    expect(numbersIn(absent.handed).toSorted()).toEqual(numbersOf(0, 3));
  });
});
