import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickThrough } from './pages/click-through.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let running: RunningBrowser;
let context: BrowserContext;
let mailbox: Page;

beforeAll(async () => {
  [product, running] = await Promise.all([startProduct(), launchBrowser()]);
  context = await running.browser.newContext({ ignoreHTTPSErrors: true });
  mailbox = await context.newPage();
  await mailbox.goto(product.endpoints.mailbox);
});
afterAll(async () => {
  await running?.close();
  await product?.stop();
});

/** Finds a mail in the mailbox by its subject, opens it and clicks a link in it; gives the tab that opens. */
async function follow(subject: string, link: RegExp): Promise<Page> {
  await mailbox.getByPlaceholder(/search/i).fill(subject);
  await mailbox.getByText(subject).first().click();
  const opens = context.waitForEvent('page');
  await mailbox.frameLocator('iframe').getByRole('link', { name: link }).first().click();
  const page = await opens;
  await page.waitForLoadState();
  return page;
}

describe('a first round, as the README tells it, by plain clicks', () => {
  it('1: the way out of a newsletter opens a tab, and its button is the end of it', async () => {
    const page = await follow('The light is back, Priya', /unsubscribe/i);
    expect(page.url()).toContain(`${product.endpoints.publicUrl}/u/`);
    expect(await page.textContent('h1')).not.toBe('');
    await clickThrough(page, 'button[name=choice]');
    expect(await page.textContent('h1')).toBe('You’re unsubscribed');
  });
});
