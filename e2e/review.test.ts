import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { press, send } from './browser.ts';
import { graphql, latestRequest, mayContact } from './graphql.ts';
import { idsOfMails, listMails, type Mail, mailTo, newMailTo, oneClickUrl } from './mailbox.ts';
import { clickThrough, through } from './pages/click-through.ts';
import { focused } from './pages/focus.ts';
import { inspect } from './pages/inspect.ts';
import { type Product, startProduct } from './product.ts';
import { until } from '@adieu/testkit/until';
import { Walker } from './walker.ts';

const ADMIN = 'admin@nordlys.example.test';
const STAFF = /Canteen|canteen|Matsalen/;
/** The schedule looks each minute, and then the mail is rendered and sent. */
const DIGEST_WITHIN_MS = 100_000;
const UNDO_AND_SOME_MS = 40_000;
/** As a person looks again: a browser that loads a page all the time keeps a core for itself. */
const EVERY_MS = 1_000;

let product: Product;
let running: RunningBrowser;
let context: BrowserContext;
const requested: string[] = [];
/** Those who want to leave, in the order they said so. */
const leavers: Mail[] = [];

beforeAll(async () => {
  [product, running] = await Promise.all([startProduct(), launchBrowser()]);
  context = await running.browser.newContext({ ignoreHTTPSErrors: true });
  context.on('request', (request) => requested.push(new URL(request.url()).origin));
  for (let i = 0; i < 4; i += 1) leavers.push(await leave());
});
afterAll(async () => {
  await running?.close();
  await product?.stop();
});

/** Somebody of the staff leaves by the page that the link in their mail opens. */
async function leave(): Promise<Mail> {
  const known = new Set(leavers.map(({ to }) => to));
  const found = await until(async () =>
    (await listMails(product.endpoints)).find(
      ({ subject, to }) => STAFF.test(subject) && !known.has(to[0]!.address),
    ),
  );
  const mail = await mailTo(product.endpoints, found.to[0]!.address, STAFF);
  const url = oneClickUrl(mail);
  const page = await send(url);
  await press(url, page.body, { name: 'choice', value: 'THIS_SCOPE' });
  return mail;
}

const linkOf = (mail: Mail, kind: 'review' | 's'): string =>
  new RegExp(`https://[^\\s<>"]+/${kind}/[\\w-]+`).exec(mail.parsed.text ?? '')![0];

const CONFIRM = 'button[name=decision][value=CONFIRM]';
const DECLINE = 'button[name=decision][value=DECLINE]';
const heading = (page: Page): Promise<string | null> => page.textContent('h1');
const waiting = (page: Page) => page.locator('.requests li').count();

/** Looks again, as its link offers, until the decision was carried out. */
async function carriedOut(page: Page): Promise<void> {
  const link = await page.getAttribute('.plan a', 'href');
  await until(
    async () => {
      await page.goto(new URL(link!, page.url()).href);
      return (await page.locator('button[value=undo]').count()) === 0;
    },
    UNDO_AND_SOME_MS,
    EVERY_MS,
  );
}

describe('an admin, from the digest to the decision (B1, N1, X-1, X-3)', () => {
  let link: string;
  let admin: Walker;
  let page: Page;

  it('is told by a mail whose button opens the review, with no whole address in it', async () => {
    const digest = await mailTo(product.endpoints, ADMIN, /wait/, DIGEST_WITHIN_MS);
    link = linkOf(digest, 'review');
    admin = await Walker.in(context);
    ({ page } = admin);
    await page.goto(link);
    expect(await heading(page)).toContain('4 unsubscribe requests');
    expect(await inspect(page, 'review')).toEqual([]);
    const html = await page.content();
    for (const { to } of leavers) expect(html).not.toContain(to);
  });

  it('confirms one in two clicks, and the wish is carried out', async () => {
    admin.taken();
    await admin.tick('.requests li:first-child input');
    await admin.click(CONFIRM);
    expect(admin.taken()).toEqual({ clicks: 2, fields: 0 });
    expect(await heading(page)).toBe('1 request will be confirmed');
    await expect.poll(() => focused(page)).toBe('H1');
    expect(await waiting(page)).toBe(3);
    expect(await inspect(page, 'review-planned')).toEqual([]);
    await carriedOut(page);
    expect(await heading(page)).toBe('1 request is confirmed');
    expect(await inspect(page, 'review-confirmed')).toEqual([]);
    expect(await latestRequest(product.endpoints, leavers[0]!.to)).toMatchObject({
      state: 'CONFIRMED',
    });
  });

  it('is told apart from the others, in their own words too', async () => {
    const { page: theirs } = await Walker.in(context);
    await theirs.goto(oneClickUrl(leavers[3]!));
    expect(await inspect(theirs, 'paused-add-words')).toEqual([]);
    await theirs.fill('#words', 'I moved to <b>Malmö</b>.');
    await clickThrough(theirs, 'button[value=reason]');
    expect(theirs.url()).toContain('done=reason');
    await theirs.close();
    await page.goto(link);
    const words = await page.locator('.said', { hasText: 'Malmö' }).textContent();
    expect(words).toBe('“I moved to <b>Malmö</b>.”');
    const facts = await page.textContent('.requests li:first-child');
    expect(facts).toMatch(/joined \d+\s\w+ \d{4}/);
  });

  it('gets more time by keyboard alone, at 320 px, and stays paused', async () => {
    const { endpoints } = product;
    const { to } = leavers[3]!;
    const before = await latestRequest(endpoints, to);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(link);
    await page.focus('.requests li:last-child input');
    await page.keyboard.press('Space');
    await page.focus('button[value=DEFER]');
    await through(page, () => page.keyboard.press('Enter'));
    expect(await heading(page)).toBe('1 request is deferred');
    await expect.poll(() => focused(page)).toBe('H1');
    expect(await inspect(page, 'review-deferred')).toEqual([]);
    const after = await latestRequest(endpoints, to);
    expect(after).toMatchObject({ state: 'PENDING' });
    expect(Date.parse(after!.deadline!) - Date.parse(before!.deadline!)).toBe(7 * 86_400_000);
    const { staff } = endpoints.demo.books;
    expect(await mayContact(endpoints, to, staff)).toMatchObject({ allowed: false });
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('must say why they decline, and loses nothing of what they ticked', async () => {
    await page.goto(link);
    await page.check('.requests li:first-child input');
    await clickThrough(page, DECLINE);
    await expect.poll(() => focused(page)).toBe('TEXTAREA#reason');
    expect(await page.textContent('#reason-error')).toContain('Write a reason');
    expect(await page.isChecked('.requests li:first-child input')).toBe(true);
    expect(await inspect(page, 'review-reason-missing')).toEqual([]);
    await page.goto(link);
    await page.fill('#reason', 'You are on call this month.');
    await clickThrough(page, CONFIRM);
    expect(await page.textContent('#ticks-error')).toContain('Tick at least one');
    expect(await page.inputValue('#reason')).toBe('You are on call this month.');
    expect(await inspect(page, 'review-none-ticked')).toEqual([]);
  });

  it('undoes in time, decides anew, and whoever wanted to leave reads why', async () => {
    const { endpoints } = product;
    const { to } = leavers[1]!;
    await page.goto(link);
    const before = await idsOfMails(endpoints);
    admin.taken();
    await admin.tick('.requests li:first-child input');
    await admin.type('#reason', 'You are on call this month.\nAsk again in May.');
    await admin.click(DECLINE);
    expect(admin.taken()).toEqual({ clicks: 2, fields: 1 });
    await clickThrough(page, 'button[value=undo]');
    expect(await heading(page)).toBe('Undone');
    expect(await waiting(page)).toBe(3);
    expect(await inspect(page, 'review-undone')).toEqual([]);
    expect(await latestRequest(endpoints, to)).toMatchObject({ state: 'PENDING' });

    await page.check('.requests li:first-child input');
    await page.fill('#reason', 'You are on call this month.\nAsk again in May.');
    await clickThrough(page, DECLINE);
    await carriedOut(page);
    expect(await inspect(page, 'review-declined')).toEqual([]);
    const told = await newMailTo(endpoints, to, before);
    expect(told.parsed.text).toContain('Ask again in May.');
    const { staff } = endpoints.demo.books;
    expect(await mayContact(endpoints, to, staff)).toMatchObject({ allowed: true });
  });

  it('confirms all in two clicks by keyboard alone, and is told which were closed meanwhile', async () => {
    const { endpoints } = product;
    await page.goto(link);
    await page.focus('input[name=all]');
    await page.keyboard.press('Space');
    const request = await latestRequest(endpoints, leavers[2]!.to);
    await page.check(`input[value="${request!.id}"]`);
    await page.uncheck('input[name=all]');
    await page.check('.requests li:nth-child(2) input');
    await graphql(
      endpoints,
      `
        mutation ($input: DecideOptOutRequestsInput!) {
          decideOptOutRequests(input: $input) {
            __typename
          }
        }
      `,
      { input: { ids: [request!.id], decision: 'CONFIRM' } },
    );
    await page.focus(CONFIRM);
    await through(page, () => page.keyboard.press('Enter'));
    expect(await page.textContent('.plan')).toContain('was already unsubscribed (');
    await carriedOut(page);
    expect(await heading(page)).toBe('1 request is confirmed');
    expect(await inspect(page, 'review-partly')).toEqual([]);
    await page.goto(link);
    expect(await heading(page)).toBe('Nothing is waiting for a decision');
    expect(await inspect(page, 'review-nothing-waits')).toEqual([]);
    await page.click('summary');
    expect(await inspect(page, 'review-recently')).toEqual([]);
  });

  it('sees the figures as plots, each with its table', async () => {
    await page.goto(`${link}/figures`);
    expect(await page.locator('[role=img]').count()).toBeGreaterThanOrEqual(3);
    expect(await inspect(page, 'review-figures')).toEqual([]);
    await page.click('summary >> nth=0');
    expect(await page.locator('details[open] tbody tr').count()).toBe(30);
    expect(await inspect(page, 'review-figures-table')).toEqual([]);
  });

  it('sees the reports: the campaigns, how the account does, and what became of one (F5)', async () => {
    const lists = `${link}/reports`;
    // The figures of a trend are counted each minute.
    await until(
      async () => {
        await page.goto(lists);
        return (await page.locator('[role=img]').count()) > 0;
      },
      DIGEST_WITHIN_MS,
      EVERY_MS,
    );
    expect(await inspect(page, 'review-reports')).toEqual([]);
    await page.click('summary >> nth=0');
    expect(await inspect(page, 'review-reports-table')).toEqual([]);
    await clickThrough(page, '.campaigns a >> text=/staff|Staff|Canteen/i');
    expect(await page.textContent('table')).toContain('Sent');
    expect(await page.locator('[role=img]').count()).toBeGreaterThanOrEqual(3);
    expect(await inspect(page, 'review-report')).toEqual([]);
    await page.click('summary >> nth=0');
    expect(await inspect(page, 'review-report-table')).toEqual([]);
  });

  it('reads all of it in their own language', async () => {
    const { endpoints } = product;
    for (let i = 0; i < 2; i += 1) leavers.push(await leave());
    const people = await graphql<{ members: { nodes: { id: string }[] } }>(
      endpoints,
      '{ members { nodes { id } } }',
    );
    await graphql(
      endpoints,
      `
        mutation ($input: ChangeMemberInput!) {
          changeMember(input: $input) {
            __typename
          }
        }
      `,
      { input: { id: people.members.nodes[0]!.id, language: 'de' } },
    );
    await page.goto(link);
    expect(await page.getAttribute('html', 'lang')).toBe('de');
    expect(await inspect(page, 'review-german')).toEqual([]);
    await page.goto(`${link}/figures`);
    expect(await inspect(page, 'review-german-figures')).toEqual([]);
    await page.goto(`${link}/reports`);
    expect(await inspect(page, 'review-german-reports')).toEqual([]);
  });

  it('signs out and in again: one field, one mail, one button', async () => {
    const { endpoints } = product;
    await page.goto(link);
    await clickThrough(page, 'button[value=signOut]');
    expect(await inspect(page, 'review-signed-out')).toEqual([]);
    await page.goto(link);
    expect(await inspect(page, 'review-ended')).toEqual([]);
    await page.goto(`${endpoints.publicUrl}/review`);
    expect(await inspect(page, 'review-sign-in')).toEqual([]);
    await page.fill('#email', 'no address');
    await clickThrough(page, 'main button');
    expect(await inspect(page, 'review-sign-in-wrong')).toEqual([]);
    const before = await idsOfMails(endpoints);
    admin.taken();
    await admin.type('#email', ADMIN);
    await admin.click('main button');
    expect(await inspect(page, 'review-sign-in-asked')).toEqual([]);
    // Other mails may come to an admin at the same time: digests, warnings.
    await until(async () =>
      (await listMails(endpoints)).some(
        ({ id, subject }) => !before.has(id) && subject.startsWith('Einloggen'),
      ),
    );
    const mail = await mailTo(endpoints, ADMIN, /^Einloggen/);
    await page.goto(linkOf(mail, 's'));
    expect(await inspect(page, 'review-enter')).toEqual([]);
    await admin.click('main button');
    expect(await inspect(page, 'members')).toEqual([]);
    await admin.click('button[value=review]');
    expect(admin.taken()).toEqual({ clicks: 3, fields: 1 });
    expect(await waiting(page)).toBe(2);
  });

  it('asks nobody else for anything', () => {
    expect([...new Set(requested)]).toEqual([product.endpoints.publicUrl]);
  });
});
