import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import { createKeyRing, type KeyRing, serialiseKeyRing } from '@adieu/keys';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneClick } from './browser.ts';
import { graphql, latestRequest, mayContact, sendCampaign } from './graphql.ts';
import {
  idsOfMails,
  linksOf,
  listMails,
  type Mail,
  mailTo,
  newMailTo,
  oneClickUrl,
} from './mailbox.ts';
import { lastingPort } from './lasting-port.ts';
import { clickThrough } from './pages/click-through.ts';
import { focused } from './pages/focus.ts';
import { inspect } from './pages/inspect.ts';
import { type Product, startProduct } from './product.ts';
import { until } from '@adieu/testkit/until';
import { Walker } from './walker.ts';

const NEWSLETTER = /light is back|Ljuset är tillbaka/;
const STAFF = /Canteen|canteen|Matsalen/;
const ADMIN = 'admin@nordlys.example.test';

let folder: string;
let ring: KeyRing;
let product: Product;
let running: RunningBrowser;
let withoutScripts: BrowserContext;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adieu-roads-'));
  ring = createKeyRing();
  const env = { KEYS_FILE: join(folder, 'keys.json'), API_PORT: await lastingPort() };
  const [started, browser] = await Promise.all([
    writeKeys(ring).then(() => startProduct(env)),
    launchBrowser(),
  ]);
  product = started;
  running = browser;
  withoutScripts = await running.browser.newContext({
    ignoreHTTPSErrors: true,
    javaScriptEnabled: false,
  });
});
afterAll(async () => {
  await running?.close();
  await product?.stop();
  await rm(folder, { recursive: true, force: true });
});

const writeKeys = (keys: KeyRing): Promise<void> =>
  writeFile(join(folder, 'keys.json'), serialiseKeyRing(keys), { mode: 0o600 });

const taken = new Set<string>();

/** A demo mail whose subject matches, to somebody whom no other test has used. */
async function freshMail(subject: RegExp): Promise<Mail> {
  const found = await until(async () =>
    (await listMails(product.endpoints)).find(
      (mail) => subject.test(mail.subject) && !taken.has(mail.to[0]!.address),
    ),
  );
  taken.add(found.to[0]!.address);
  return mailTo(product.endpoints, found.to[0]!.address, subject);
}

const linkIn = (mail: Mail, kind: string): string =>
  new RegExp(`https://[^\\s<>"]+/${kind}/[\\w-]+`).exec(mail.parsed.text ?? '')![0];

describe('the roads of a recipient, without JavaScript (X-2)', () => {
  it('out: two clicks from the mail, nothing typed; and back by a longer one, never a shorter (G-1, P-1, P-12)', async () => {
    const { endpoints } = product;
    const { newsletter } = endpoints.demo.books;
    const mail = await freshMail(NEWSLETTER);
    const walker = await Walker.in(withoutScripts);
    await walker.follow(oneClickUrl(mail));
    await walker.press('choice', 'ALL_MARKETING');
    expect(await mayContact(endpoints, mail.to, newsletter)).toMatchObject({ allowed: false });
    const out = walker.taken();
    expect(out).toEqual({ clicks: 2, fields: 0 });

    await walker.page.check('input[value=TOO_MANY]');
    await walker.type('textarea', 'Every day!');
    await walker.press('intent', 'reason');
    expect((await mayContact(endpoints, mail.to, newsletter)).allowed).toBe(false);
    walker.taken();

    const before = await idsOfMails(endpoints);
    await walker.press('intent', 'return');
    expect((await mayContact(endpoints, mail.to, newsletter)).allowed).toBe(false);
    await walker.follow(linkIn(await newMailTo(endpoints, mail.to, before), 'o'));
    expect((await mayContact(endpoints, mail.to, newsletter)).allowed).toBe(false);
    await walker.press('intent', 'confirm');
    expect(await mayContact(endpoints, mail.to, newsletter)).toMatchObject({ allowed: true });
    const back = walker.taken();
    expect(back.clicks).toBeGreaterThan(out.clicks);
    await walker.page.close();
  });

  it('in by a form: more to do than the way out (G-1, D-1, D-8)', async () => {
    const { endpoints } = product;
    const { newsletter } = endpoints.demo.books;
    const url = `${endpoints.publicUrl}/f/${await createForm(newsletter)}`;
    const address = 'new.reader@example.test';
    const before = await idsOfMails(endpoints);
    const walker = await Walker.in(withoutScripts);
    await walker.page.goto(url);
    const shown = Date.now();
    await walker.type('#address', address);
    // Faster than two seconds is a machine.
    await until(() => Date.now() > shown + 3_000);
    await walker.click('main button');
    expect(await walker.heading()).toBe('Check your inbox');
    await walker.follow(linkIn(await newMailTo(endpoints, address, before), 'o'));
    await walker.press('intent', 'confirm');
    expect(walker.taken()).toEqual({ clicks: 3, fields: 1 });
    expect(await mayContact(endpoints, address, newsletter)).toMatchObject({ allowed: true });
    await walker.page.close();

    const context = await running.browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(url);
    expect(await inspect(page, 'sign-up')).toEqual([]);
    await page.fill('#address', 'no address');
    await clickThrough(page, 'main button');
    expect(await page.inputValue('#address')).toBe('no address');
    await expect.poll(() => focused(page)).toBe('INPUT#address');
    expect(await inspect(page, 'sign-up-wrong')).toEqual([]);
    await page.fill('#address', 'another.reader@example.test');
    await clickThrough(page, 'main button');
    expect(await inspect(page, 'sign-up-asked')).toEqual([]);
    await context.close();
  });

  it('back to one book by its form after all marketing was left: what is confirmed comes, and the link goes on telling the truth (D-7)', async () => {
    const { endpoints } = product;
    const { newsletter } = endpoints.demo.books;
    const mail = await freshMail(NEWSLETTER);
    const allowed = async () => (await mayContact(endpoints, mail.to, newsletter)).allowed;
    const walker = await Walker.in(withoutScripts);
    await walker.follow(oneClickUrl(mail));
    await walker.page.uncheck('input[name=keep] >> nth=0');
    await walker.press('choice', 'SETTINGS');
    await walker.press('choice', 'ALL_MARKETING');
    expect(await allowed()).toBe(false);

    const before = await idsOfMails(endpoints);
    await walker.page.goto(`${endpoints.publicUrl}/f/${await createForm(newsletter)}?lang=en`);
    const shown = Date.now();
    await walker.type('#address', mail.to);
    await until(() => Date.now() > shown + 3_000);
    await walker.click('main button');
    const link = linkIn(await newMailTo(endpoints, mail.to, before), 'o');
    await walker.follow(link);
    expect(await walker.heading()).toBe('Please confirm');
    await walker.press('intent', 'confirm');
    expect(await walker.heading()).toBe('Confirmed');
    expect(await allowed()).toBe(true);
    expect(await walker.page.textContent('main')).toContain('All other marketing from');

    const context = await running.browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(link);
    expect(await page.textContent('h1')).toBe('Confirmed');
    expect(await inspect(page, 'confirmed-beside-others')).toEqual([]);
    // The topic that was left by itself: its button asks for another mail.
    await walker.click('button[name=again]');
    expect(await walker.heading()).toBe('Check your inbox');

    await walker.follow(oneClickUrl(mail));
    await walker.press('choice', 'ALL_MARKETING');
    expect(await allowed()).toBe(false);
    await page.goto(link);
    expect(await page.textContent('h1')).toBe('A later choice applies');
    expect(await inspect(page, 'confirmed-and-left-again')).toEqual([]);
    await page.goto(`${link.slice(0, -4)}AAAA`);
    expect(await inspect(page, 'confirmation-unknown')).toEqual([]);
    await Promise.all([context.close(), walker.page.close()]);
  });

  it('the back button and a second press: one wish, and the page says that it stands (P-7)', async () => {
    const { endpoints } = product;
    const mail = await freshMail(NEWSLETTER);
    const walker = await Walker.in(withoutScripts);
    await walker.follow(oneClickUrl(mail));
    const title = await walker.heading();
    await walker.press('choice', 'ALL_MARKETING');
    const left = await latestRequest(endpoints, mail.to);
    await walker.page.goBack();
    // no-store: the page is asked for anew, and tells how things are.
    expect(await walker.heading()).not.toBe(title);
    expect(await walker.page.locator('button[value=ALL_MARKETING]').count()).toBe(0);
    expect(await latestRequest(endpoints, mail.to)).toEqual(left);
    await walker.page.close();
  });

  it('a page that stood open while an admin decided: the wish made on it counts as a new one (X-5)', async () => {
    const { endpoints } = product;
    const mail = await freshMail(STAFF);
    const [stale, other] = await Promise.all([
      Walker.in(withoutScripts),
      Walker.in(withoutScripts),
    ]);
    await stale.follow(oneClickUrl(mail));
    await other.follow(oneClickUrl(mail));
    await other.press('choice', 'THIS_SCOPE');
    const first = await latestRequest(endpoints, mail.to);
    await decide(first!.id, 'DECLINE');
    expect(await mayContact(endpoints, mail.to, endpoints.demo.books.staff)).toMatchObject({
      allowed: true,
    });
    await stale.press('choice', 'THIS_SCOPE');
    const second = await latestRequest(endpoints, mail.to);
    expect(second).toMatchObject({ state: 'PENDING' });
    expect(second!.id).not.toBe(first!.id);
    await decide(second!.id, 'CONFIRM');
    await other.page.goto(oneClickUrl(mail));
    expect(await other.page.locator('button[value=THIS_SCOPE]').count()).toBe(0);
    expect(await mayContact(endpoints, mail.to, endpoints.demo.books.staff)).toMatchObject({
      allowed: false,
    });
    await Promise.all([stale.page.close(), other.page.close()]);
  });

  it('a page that stood open while the keys were rotated still takes the wish, and old links still open (O-10)', async () => {
    const mail = await freshMail(NEWSLETTER);
    const walker = await Walker.in(withoutScripts);
    await walker.follow(oneClickUrl(mail));
    await writeKeys({ ...ring, links: [...ring.links, { id: 2, secret: randomBytes(32) }] });
    await product.restart();
    await walker.press('choice', 'ALL_MARKETING');
    const { newsletter } = product.endpoints.demo.books;
    expect(await mayContact(product.endpoints, mail.to, newsletter)).toMatchObject({
      allowed: false,
    });
    await walker.follow(oneClickUrl(await freshMail(NEWSLETTER)));
    expect(await walker.page.locator('button[value=ALL_MARKETING]').count()).toBe(1);
    await walker.page.close();
  });
});

/** Makes a form of a book; gives its id. */
async function createForm(addressBookId: string): Promise<string> {
  const { createSignUpForm } = await graphql<{ createSignUpForm: { form: { id: string } } }>(
    product.endpoints,
    `
      mutation ($input: CreateSignUpFormInput!) {
        createSignUpForm(input: $input) {
          ... on SignUpFormCreated {
            form {
              id
            }
          }
        }
      }
    `,
    {
      input: {
        addressBookId,
        title: 'Newsletter of Nordlys Shop',
        declaration: 'I want the newsletter of Nordlys Shop by e-mail. I can leave at any time.',
        languages: ['en', 'sv'],
      },
    },
  );
  return createSignUpForm.form.id;
}

async function decide(id: string, decision: 'CONFIRM' | 'DECLINE'): Promise<void> {
  const input = { ids: [id], decision, reason: decision === 'DECLINE' ? 'You are on call.' : null };
  await graphql(
    product.endpoints,
    `
      mutation ($input: DecideOptOutRequestsInput!) {
        decideOptOutRequests(input: $input) {
          __typename
        }
      }
    `,
    { input },
  );
}

let reviewUrl: string | null = null;

/** By a mailed link: to what waits for a decision. */
async function signIn(admin: Walker): Promise<void> {
  const { endpoints } = product;
  const before = await idsOfMails(endpoints);
  await admin.page.goto(`${endpoints.publicUrl}/review`);
  await admin.type('#email', ADMIN);
  await admin.click('main button');
  // Other mails may come to an admin at the same time: digests.
  await until(async () =>
    (await listMails(endpoints)).some(
      ({ id, subject }) => !before.has(id) && subject.startsWith('Sign in'),
    ),
  );
  const mail = await mailTo(endpoints, ADMIN, /^Sign in/);
  await admin.follow(linkIn(mail, 's'));
  await admin.click('main button');
  await admin.click('button[value=review]');
  reviewUrl = admin.page.url();
}

describe('the road of an admin, without JavaScript (B1, X-2)', () => {
  it('in by a mailed link, one wish confirmed in two clicks, undone in one', async () => {
    const { endpoints } = product;
    const mail = await freshMail(STAFF);
    const recipient = await Walker.in(withoutScripts);
    await recipient.follow(oneClickUrl(mail));
    await recipient.press('choice', 'THIS_SCOPE');
    const request = await latestRequest(endpoints, mail.to);

    const admin = await Walker.in(withoutScripts);
    await signIn(admin);
    expect(admin.taken()).toEqual({ clicks: 4, fields: 1 });
    await admin.tick(`input[value="${request!.id}"]`);
    await admin.press('decision', 'CONFIRM');
    expect(admin.taken()).toEqual({ clicks: 2, fields: 0 });
    await admin.click('button[value=undo]');
    expect(admin.taken()).toEqual({ clicks: 1, fields: 0 });
    expect(await latestRequest(endpoints, mail.to)).toMatchObject({ state: 'PENDING' });
    await Promise.all([admin.page.close(), recipient.page.close()]);
  });
});

describe('a burst of suspected robots (N4)', () => {
  it('is declined as a whole from the review, in one click with the reason proposed, and messages come again', async () => {
    const { endpoints } = product;
    const { newsletter } = endpoints.demo.books;
    await sendCampaign(endpoints, newsletter, 'Burst');
    const company = await until(async () => {
      const mails = await listMails(endpoints);
      const found = mails.filter(
        ({ subject, to }) =>
          subject.startsWith('Burst') && to[0]!.address.endsWith('@mail.example.test'),
      );
      return found.length >= 25 && found.map(({ to }) => to[0]!.address);
    });
    const scanned = await Promise.all(company.map((to) => mailTo(endpoints, to, /^Burst/)));
    for (const mail of scanned) expect((await oneClick(oneClickUrl(mail))).status).toBe(200);
    const last = scanned.at(-1)!.to;
    for (const to of company) taken.add(to);
    expect(await mayContact(endpoints, last, newsletter)).toMatchObject({ because: 'PAUSED' });

    const context = await running.browser.newContext({ ignoreHTTPSErrors: true });
    const admin = await Walker.in(context);
    // One mail in a while: the page that the last one led to works for days.
    if (reviewUrl === null) await signIn(admin);
    else await admin.page.goto(reviewUrl);
    expect(await inspect(admin.page, 'review-quarantine')).toEqual([]);
    admin.taken();
    await admin.click('.burst button[value=DECLINE]');
    expect(admin.taken()).toEqual({ clicks: 1, fields: 0 });
    expect(await admin.heading()).toContain('will be declined');
    await until(async () => (await mayContact(endpoints, last, newsletter)).allowed, 60_000);
    await context.close();
  });
});

describe('a link scanner with a browser of its own', () => {
  it('opens every link of a mail, runs scripts, hovers, follows all it finds by GET and HEAD, and changes nothing (O-5, N4)', async () => {
    const { endpoints } = product;
    const mail = await freshMail(NEWSLETTER);
    const { newsletter } = endpoints.demo.books;
    const state = async () => ({
      gate: await mayContact(endpoints, mail.to, newsletter),
      request: await latestRequest(endpoints, mail.to),
      mails: (await listMails(endpoints)).filter(({ to }) => to[0]!.address === mail.to).length,
    });
    const before = await state();
    const scanner = await running.browser.newContext({ ignoreHTTPSErrors: true });
    const methods: string[] = [];
    scanner.on('request', (request) => methods.push(request.method()));
    const page = await scanner.newPage();
    const queue = linksOf(mail).filter((link) => link.startsWith(endpoints.publicUrl));
    const seen = new Set<string>();
    for (let link = queue.pop(); link !== undefined; link = queue.pop()) {
      if (seen.has(link)) continue;
      seen.add(link);
      await scanner.request.head(link, { ignoreHTTPSErrors: true });
      const opened = await page.goto(link, { waitUntil: 'networkidle' });
      expect(opened!.status()).toBeLessThan(500);
      for (const element of await page.locator('a, button, summary').all())
        if (await element.isVisible()) await element.hover();
      await page.mouse.wheel(0, 10_000);
      const found = await page.$$eval('[href], [src], [action]', (elements) =>
        elements.map(
          (element) =>
            new URL(
              element.getAttribute('href') ??
                element.getAttribute('src') ??
                element.getAttribute('action')!,
              location.href,
            ).href,
        ),
      );
      queue.push(...found.filter((href) => href.startsWith(endpoints.publicUrl)));
    }
    expect(seen.size).toBeGreaterThan(1);
    expect(new Set(methods)).toEqual(new Set(['GET']));
    expect(await state()).toEqual(before);
    await scanner.close();
  });
});

describe('what somebody may call their topics', () => {
  it('two hundred, with emoji and markup: the way out stays first, and nothing leaves the window (P-1, X-1)', async () => {
    const { endpoints } = product;
    const { accounts } = await graphql<{ accounts: { id: string; name: string }[] }>(
      endpoints,
      '{ accounts { id name } }',
    );
    const names = ['🎄👨‍👩‍👧‍👦 Jul & <b>nyheter</b>', '"><script>alert(1)</script>', 'Ord'.repeat(60)];
    for (const { id: accountId } of accounts)
      for (let i = 0; i < 200; i += 1)
        await graphql(
          endpoints,
          `
            mutation ($input: CreateTopicInput!) {
              createTopic(input: $input) {
                __typename
              }
            }
          `,
          { input: { accountId, name: `${names[i % names.length]} ${i}` } },
        );
    const context = await running.browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto(oneClickUrl(await freshMail(NEWSLETTER)));
    expect(await page.locator('input[name=keep]').count()).toBeGreaterThanOrEqual(200);
    expect(await page.locator('main button').first().getAttribute('value')).toBe('ALL_MARKETING');
    expect((await page.locator('main button').first().boundingBox())!.y).toBeLessThan(400);
    expect(await inspect(page, 'newsletter-many-topics')).toEqual([]);
    await context.close();
  });
});
