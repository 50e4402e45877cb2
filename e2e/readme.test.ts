import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from './graphql.ts';
import { idsOfMails, listMails, mailTo, newMailTo, readMail } from './mailbox.ts';
import { clickThrough } from './pages/click-through.ts';
import { type Product, startProduct } from './product.ts';

const ROOT = join(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const OPERATIONS = readFileSync(join(ROOT, 'packages/cli/demo/first-round.graphql'), 'utf8');
const ADMIN = 'admin@nordlys.example.test';
const REVERTED_WITHIN_MS = 100_000;
/** The schedule looks each minute, and then the mail is rendered and sent. */
const DIGEST_WITHIN_MS = 100_000;

let product: Product;
let running: RunningBrowser;
let context: BrowserContext;
let mailbox: Page;
let graphiql: Page;
const refused: string[] = [];

beforeAll(async () => {
  [product, running] = await Promise.all([startProduct(), launchBrowser()]);
  context = await running.browser.newContext({ ignoreHTTPSErrors: true });
  mailbox = await context.newPage();
  await mailbox.goto(product.endpoints.mailbox);
  graphiql = await context.newPage();
  graphiql.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
  });
  await graphiql.goto(product.endpoints.graphiql);
});
afterAll(async () => {
  await running?.close();
  await product?.stop();
});

interface Sought {
  readonly search: string;
  readonly subject: string;
  /** What tells that the mail is here: until then the one before has links too. */
  readonly says: RegExp;
  readonly link: string;
}

/** Searches the mailbox, opens the mail of this subject and clicks a link in it; gives the tab that opens. */
async function clickInMail({ search, subject, says, link }: Sought): Promise<Page> {
  await mailbox.bringToFront();
  await mailbox.getByPlaceholder(/search/i).fill(search);
  // Until the list is the search's, the subject is that of many.
  await expect.poll(() => mailbox.getByText(subject).count()).toBe(1);
  await mailbox.getByText(subject).click();
  const mail = mailbox.frameLocator('iframe');
  await mail.getByText(says).first().waitFor();
  // The mailbox draws a mail anew once its own form of it is there, whose links open tabs; a click on the drawing before is lost.
  await mail.locator('base[target="_blank"]').waitFor({ state: 'attached' });
  const opens = context.waitForEvent('page');
  await mail.getByRole('link', { name: link }).first().click();
  const page = await opens;
  await page.waitForLoadState();
  return page;
}

/** Leaves by the way out of somebody's mail; gives the tab that it opened. */
async function leave(
  search: string,
  subject: string,
  says = new RegExp(`^Hello ${search.split('.')[0]}`, 'i'),
): Promise<Page> {
  const page = await clickInMail({ search, subject, says, link: 'UNSUBSCRIBE' });
  expect(page.url()).toContain(`${product.endpoints.publicUrl}/u/`);
  await clickThrough(page, 'main button');
  return page;
}

/** Somebody else who got this mail, and whose way out is in English. */
async function anotherOf(subject: string, not: string): Promise<{ address: string; says: RegExp }> {
  for (const listed of await listMails(product.endpoints)) {
    const [{ address }] = listed.to as [{ address: string }];
    if (listed.subject !== subject || address.startsWith(not)) continue;
    const { parsed } = await readMail(product.endpoints, listed);
    // By name, not by address: Siobhán is written to at siobhan.williams@….
    const [greeting] = /Hello \p{L}+/u.exec(parsed.text ?? '') ?? [];
    if (parsed.text?.includes('UNSUBSCRIBE') && greeting !== undefined)
      return { address, says: new RegExp(`^${greeting}`) };
  }
  throw new Error(`nobody else got ${subject}`);
}

/** Plays one of GraphiQL's operations. */
async function play(operation: string): Promise<void> {
  await graphiql.bringToFront();
  // What is followed goes on until somebody stops it.
  const stop = graphiql.getByRole('button', { name: /stop/i });
  if (await stop.isVisible()) await stop.click();
  await graphiql.getByRole('button', { name: /execute/i }).click();
  await graphiql.getByRole('menuitem', { name: operation, exact: true }).click();
}

/** What GraphiQL answered, as it stands there. */
const answer = async (): Promise<string> =>
  (await graphiql.locator('.graphiql-response').innerText()).replaceAll(/\s+/g, ' ');

describe('a first round, as the README tells it, by plain clicks', () => {
  let id: string;
  let left: Page;

  it('its operations are those that GraphiQL opens with', () => {
    const quoted = [...README.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) =>
      text!.replaceAll(/^ {3}/gm, '').trim(),
    );
    expect(quoted).toEqual(
      OPERATIONS.split(/^#.*\n/m)
        .map((text) => text.trim())
        .filter(Boolean),
    );
  });

  it('1: the way out of a newsletter opens a tab, and its button is the end of it', async () => {
    left = await leave('priya', 'The light is back, Priya');
    expect(await left.textContent('h1')).toBe('You’re unsubscribed');
  });

  it('2: GraphiQL has the key, and keeps it nowhere; the gate says no', async () => {
    await play('Gate');
    await expect.poll(answer).toContain('"allowed": false');
    expect(refused).toEqual([]);
    const kept = await graphiql.evaluate(() => JSON.stringify(localStorage));
    expect(kept).not.toContain(product.endpoints.demo.adminApiKey);
  });

  it('3: a book of the staff: what waits, and no', async () => {
    await leave('grace', 'The canteen in week 48');
    await play('Waiting');
    await expect.poll(answer).toContain('grace.fitzgerald');
    id = /optout_\w+/.exec(await answer())![0];
    await graphiql.getByRole('region', { name: 'Variables' }).getByText('optout_…').dblclick();
    await graphiql.keyboard.insertText(id);
    await play('Decline');
    await expect.poll(answer).toContain('"done": 1');
  });

  it('4: a review that ends by itself, seen live and found in Temporal’s UI by its id; GraphiQL has its docs', async () => {
    const { endpoints } = product;
    await play('Watch');
    await leave('isaac', 'Your shift begins later');
    await expect.poll(answer).toMatch(/"state": "PENDING"/);
    id = /optout_\w+/.exec(await answer())![0];
    const temporal = await context.newPage();
    await temporal.goto(`${endpoints.temporalUi}/namespaces/default/workflows`);
    await temporal.getByText(`opt-out/${id}`).first().waitFor();
    await expect
      .poll(answer, { timeout: REVERTED_WITHIN_MS, interval: 500 })
      .toMatch(/"state": "REVERTED"/);
    expect(refused).toEqual([]);
    await graphiql.getByRole('button', { name: /show documentation/i }).click();
    await graphiql.locator('.graphiql-doc-explorer').getByText('Subscription').first().waitFor();
    await newMailTo(endpoints, 'isaac.fernandes@nordlys.example.test', new Set());
  });

  it('or without a client: the digest’s button opens the review in a tab, where one ticks, decides and undoes', async () => {
    const { endpoints } = product;
    const other = await anotherOf('The canteen in week 48', 'grace');
    await leave(other.address, 'The canteen in week 48', other.says);
    const { subject } = await mailTo(endpoints, ADMIN, /wait/, DIGEST_WITHIN_MS);
    const says = /the addresses are paused/;
    const review = await clickInMail({ search: subject, subject, says, link: 'To the requests' });
    expect(review.url()).toContain(`${endpoints.publicUrl}/review/`);
    await review.check('.requests li:first-child input');
    await clickThrough(review, 'button[name=decision][value=CONFIRM]');
    expect(await review.textContent('h1')).toBe('1 request will be confirmed');
    await clickThrough(review, 'button[value=undo]');
    expect(await review.locator('.requests li').count()).toBe(1);
  });

  it('5: “Was that a mistake?” starts a double opt-in alone: a mail, a link, a button', async () => {
    const { endpoints } = product;
    const before = await idsOfMails(endpoints);
    await left.bringToFront();
    await left.getByText('Was that a mistake?').waitFor();
    await clickThrough(left, 'button[value=return]');
    await play('Gate');
    await expect.poll(answer).toContain('"allowed": false');
    const { subject } = await newMailTo(endpoints, 'priya.okafor@mail.example.test', before);
    const says = /presumably you, asked to receive this/;
    const sought = { search: subject, subject, says, link: 'To the confirmation page' };
    const confirm = await clickInMail(sought);
    await clickThrough(confirm, 'button[value=confirm]');
    expect(confirm.url()).toContain(`${endpoints.publicUrl}/o/`);
    await play('Gate');
    await expect.poll(answer).toContain('"allowed": true');
  });

  describe('6: the handset', () => {
    let handset: Page;
    const onPhone = (text: RegExp) =>
      handset.locator('[data-live=left-messages] li', { hasText: text });
    const answers = async (text: string, taken: number): Promise<void> => {
      await handset.bringToFront();
      await handset.fill('#left-text', text);
      await clickThrough(handset, 'section:first-child .answer button');
      await expect.poll(() => onPhone(/✓ taken/).count()).toBe(taken);
    };

    it('three texts on the left telephone, each with another way out; STOPP has a receipt, and the gate says no (A3, D8)', async () => {
      handset = await context.newPage();
      await handset.goto(product.endpoints.handset);
      expect(await handset.textContent('#left-number')).toContain('+46701740605');
      await onPhone(/Hej Elsa.*Avsluta: svara STOPP/s).waitFor();
      await onPhone(/Avsluta: svara ROSOR STOPP/).waitFor();
      await onPhone(/Avsluta: https:/).waitFor();
      expect(await handset.inputValue('#left-to')).toBe('+46701740699');
      await answers('STOPP', 1);
      await onPhone(/får inga fler sms därifrån/).waitFor();
      await play('GateBySms');
      await expect.poll(answer).toContain('"allowed": false');
    });

    it('the link in the text from Nordlys opens her page, which says that she left, with her number masked', async () => {
      await handset.bringToFront();
      const link = onPhone(/Avsluta: https:/).locator('a');
      const [page] = await Promise.all([context.waitForEvent('page'), link.click()]);
      await page.waitForLoadState();
      expect(page.url()).toContain(`${product.endpoints.publicUrl}/u/`);
      expect(await page.textContent('h1')).toBe('Du är redan avregistrerad');
      expect(await page.textContent('main')).toContain('+46 70 ••• •• 05');
    });

    it('START asks what she agrees to, once, and JA brings her back (A6, E1)', async () => {
      await answers('START', 2);
      await onPhone(/Vill du få "Members by SMS" per sms\? Svara JA/).waitFor();
      await play('GateBySms');
      await expect.poll(answer).toContain('"allowed": false');
      await answers('JA', 3);
      await onPhone(/Du får nu "Members by SMS" per sms/).waitFor();
      await play('GateBySms');
      await expect.poll(answer).toContain('"allowed": true');
    });

    it('an admin sees both in her history', async () => {
      const { recipient } = await graphql<{ recipient: unknown }>(
        product.endpoints,
        '{ recipient(address: "+46701740605", channel: SMS) { requests { method state history { type } } } }',
      );
      expect(recipient).toMatchObject({
        requests: [{ method: 'SMS_KEYWORD', state: 'LIFTED' }],
      });
    });
  });
});
