import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoints } from './endpoints.ts';
import { idsOfMails, listMails, type Mail, mailTo, newMailTo, oneClickUrl } from './mailbox.ts';
import { brandAccounts } from './pages/brand.ts';
import { clickThrough } from './pages/click-through.ts';
import { focused } from './pages/focus.ts';
import { inspect } from './pages/inspect.ts';
import { sharedProduct } from './shared-product.ts';
import { until } from '@adieu/testkit/until';

let endpoints: Endpoints;
let running: RunningBrowser;
let context: BrowserContext;
const requested: string[] = [];

beforeAll(async () => {
  [endpoints, running] = await Promise.all([sharedProduct(), launchBrowser()]);
  // The installation's own certificate, as a person accepts it once.
  context = await running.browser.newContext({ ignoreHTTPSErrors: true });
  context.on('request', (request) => requested.push(new URL(request.url()).origin));
});
afterAll(() => running?.close());

const taken = new Set<string>();

/** A demo mail whose subject matches, to somebody whom no test has used: those of other files have people of their own. */
async function freshMail(subject: RegExp): Promise<Mail> {
  const found = await until(async () =>
    (await listMails(endpoints)).find(
      (mail) => subject.test(mail.subject) && !taken.has(mail.to[0]!.address),
    ),
  );
  taken.add(found.to[0]!.address);
  return mailTo(endpoints, found.to[0]!.address, subject);
}

const NEWSLETTER = /light is back|Ljuset är tillbaka/;
const STAFF = /Canteen|Matsalen/;

async function open(url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const submit = (page: Page, name: string, value: string): Promise<void> =>
  clickThrough(page, `button[name="${name}"][value="${value}"]`);

describe('the pages of recipients, in a real browser (X-1, X-2, P-3, P-8)', () => {
  it('newsletter: before, after and on the second visit', async () => {
    const mail = await freshMail(NEWSLETTER);
    const page = await open(oneClickUrl(mail));
    expect(await inspect(page, 'newsletter')).toEqual([]);
    expect(await page.content()).not.toContain(mail.to);

    await submit(page, 'choice', 'ALL_MARKETING');
    await expect.poll(() => focused(page)).toBe('H1');
    expect(await inspect(page, 'newsletter-left')).toEqual([]);

    await page.goto(oneClickUrl(mail));
    expect(await inspect(page, 'newsletter-second-visit')).toEqual([]);
    await page.close();
  });

  it('newsletter: settings only', async () => {
    const page = await open(oneClickUrl(await freshMail(NEWSLETTER)));
    await page.uncheck('input[type=checkbox] >> nth=0');
    await page.check('input[value=WEEKLY]');
    await page.selectOption('select[name=language]', 'cs');
    await submit(page, 'choice', 'SETTINGS');
    expect(await page.getAttribute('html', 'lang')).toBe('cs');
    expect(await page.isChecked('input[value=WEEKLY]')).toBe(true);
    expect(await inspect(page, 'newsletter-settings-saved')).toEqual([]);
    await page.close();
  });

  it('staff information: before, and paused for review', async () => {
    const page = await open(oneClickUrl(await freshMail(STAFF)));
    expect(await inspect(page, 'staff')).toEqual([]);
    await submit(page, 'choice', 'THIS_SCOPE');
    expect(await inspect(page, 'staff-paused')).toEqual([]);
    await page.close();
  });

  it('the way back: asked for, to be confirmed, confirmed', async () => {
    const mail = await freshMail(NEWSLETTER);
    const page = await open(oneClickUrl(mail));
    await submit(page, 'choice', 'ALL_MARKETING');
    const before = await idsOfMails(endpoints);
    await submit(page, 'intent', 'return');
    expect(await inspect(page, 'return-asked')).toEqual([]);
    const confirmation = await newMailTo(endpoints, mail.to, before);
    const link = /https:\/\/[^\s<>"]+\/o\/[\w-]+/.exec(confirmation.parsed.text ?? '')?.[0];
    await page.goto(link!);
    expect(await inspect(page, 'return-confirm')).toEqual([]);
    await submit(page, 'intent', 'confirm');
    expect(await inspect(page, 'return-confirmed')).toEqual([]);
    await page.close();
  });

  it('one’s own data: asked for, shown, taken, erased (P5, G-3, G-4)', async () => {
    const mail = await freshMail(NEWSLETTER);
    const page = await open(oneClickUrl(mail));
    const before = await idsOfMails(endpoints);
    await page.click('summary');
    await submit(page, 'intent', 'data');
    expect(await inspect(page, 'data-asked')).toEqual([]);
    const sent = await newMailTo(endpoints, mail.to, before);
    const link = /https:\/\/[^\s<>"]+\/d\/[\w-]+/.exec(sent.parsed.text ?? '')![0];
    await page.goto(link);
    expect(await inspect(page, 'data')).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('a[download]'),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    // Whoever has a number beside the address finds both (decision 029), so the mail's is one of them.
    const { addresses } = JSON.parse(file) as { addresses: { address: string }[] };
    expect(addresses.map(({ address }) => address)).toContain(mail.to);
    await submit(page, 'intent', 'erase');
    expect(await inspect(page, 'data-erased')).toEqual([]);
    await page.goto(link);
    expect(await page.content()).not.toContain('data.json');
    await page.close();
  });

  it('a link that opens nothing', async () => {
    const page = await open(`${endpoints.publicUrl}/u/AQEBnothingnothingnothingnothing`);
    expect(await inspect(page, 'unknown-link')).toEqual([]);
    await page.close();
  });

  it('with a brand: the way out as large and as early as without, in the first window of a small phone (C9, P-1, X-1)', async () => {
    const mail = await freshMail(NEWSLETTER);
    const page = await open(oneClickUrl(mail));
    const look = async () => {
      await page.setViewportSize({ width: 320, height: 568 });
      const boxes = await page.$$eval('main button', (buttons) =>
        buttons.map((button) => {
          const { width, height, bottom } = button.getBoundingClientRect();
          return { text: button.textContent, width, height, bottom };
        }),
      );
      return { sizes: boxes.map(({ bottom: _bottom, ...box }) => box), first: boxes[0]!.bottom };
    };
    const plain = await look();
    await brandAccounts(endpoints);
    await page.reload();
    const branded = await look();
    expect(branded.sizes).toEqual(plain.sizes);
    expect(branded.first).toBeLessThan(568);
    expect(await page.$eval('header img', (logo) => (logo as HTMLImageElement).naturalWidth)).toBe(
      120,
    );
    expect(await inspect(page, 'brand-newsletter')).toEqual([]);
    await submit(page, 'choice', 'ALL_MARKETING');
    expect(await page.isChecked('input[type=radio] >> nth=0')).toBe(false);
    expect(await inspect(page, 'brand-left')).toEqual([]);
    const before = await idsOfMails(endpoints);
    await submit(page, 'intent', 'return');
    expect(await inspect(page, 'brand-return-asked')).toEqual([]);
    const sent = await newMailTo(endpoints, mail.to, before);
    await page.goto(/https:\/\/[^\s<>"]+\/o\/[\w-]+/.exec(sent.parsed.text ?? '')![0]);
    expect(await inspect(page, 'brand-return-confirm')).toEqual([]);
    await page.goto(oneClickUrl(await freshMail(STAFF)));
    expect(await inspect(page, 'brand-staff')).toEqual([]);
    const other = await freshMail(NEWSLETTER);
    await page.goto(oneClickUrl(other));
    const earlier = await idsOfMails(endpoints);
    await page.click('summary');
    await submit(page, 'intent', 'data');
    const dataMail = await newMailTo(endpoints, other.to, earlier);
    expect(dataMail.parsed.text).toContain('Storgata 1');
    await page.goto(/https:\/\/[^\s<>"]+\/d\/[\w-]+/.exec(dataMail.parsed.text ?? '')![0]);
    expect(await inspect(page, 'brand-data')).toEqual([]);
    await page.close();
  });

  it('ask nobody else for anything', () => {
    expect([...new Set(requested)]).toEqual([endpoints.publicUrl]);
  });
});
