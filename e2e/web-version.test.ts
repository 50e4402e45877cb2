import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneClick } from './browser.ts';
import type { Endpoints } from './endpoints.ts';
import { graphql, latestRequest } from './graphql.ts';
import { linksOf, mailTo, oneClickUrl } from './mailbox.ts';
import { ownBook } from './own-book.ts';
import { sharedProduct } from './shared-product.ts';

const COLLEAGUE = 'colleague@example.test';
/** Scripts and their attributes are refused when a campaign is made; this is one that came in all the same. */
const HANDLER = `<img id="handler" src="data:image/png;base64,none" alt="" onerror="document.title='broken in'">`;
const INSERT = `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(HANDLER)})`;
const HTML = `<p style="font-size:16px;color:#222222">Hello {{ contact.first_name }}, the light is back in Malmö.</p>
<p style="font-size:16px;color:#222222">{{ web_version }} or {{ unsubscribe }}</p>`;

let endpoints: Endpoints;
let reader: string;
let running: RunningBrowser;
let context: BrowserContext;
let campaignId: string;

beforeAll(async () => {
  [endpoints, running] = await Promise.all([sharedProduct(), launchBrowser()]);
  context = await running.browser.newContext({ ignoreHTTPSErrors: true });
  const book = await ownBook(endpoints, 'Forwarders', ['Frida']);
  reader = book.readers[0]!;
  const created = await graphql<{ createCampaign: { campaign: { id: string } } }>(
    endpoints,
    'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { ... on CampaignCreated { campaign { id } } ... on Problem { message } } }',
    {
      input: {
        addressBookId: book.id,
        name: 'Light',
        subject: [{ language: 'en', text: 'Light for {{ contact.first_name }}' }],
        mjml: [],
        html: [{ language: 'en', text: HTML }],
      },
    },
  );
  campaignId = created.createCampaign.campaign.id;
});
afterAll(() => running?.close());

/** Opens a page as a person does; keeps a picture of it where SCREENS names a folder. */
async function open(url: string, name: string) {
  const page = await context.newPage();
  const response = await page.goto(url);
  const folder = process.env['SCREENS'];
  if (folder) {
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
  return { page, status: response!.status() };
}

describe('a campaign is looked at before and after', () => {
  it('a test arrives marked, and its ways out take nobody off (P9)', async () => {
    const { sendTestMails } = await graphql<{ sendTestMails: object }>(
      endpoints,
      'mutation ($input: SendTestMailsInput!) { sendTestMails(input: $input) { ... on TestMailsQueued { queued } ... on Problem { message } } }',
      { input: { campaignId, to: [COLLEAGUE], contactAddress: reader } },
    );
    expect(sendTestMails).toEqual({ queued: 1 });
    const mail = await mailTo(endpoints, COLLEAGUE, /^\[Test\] Light for Frida$/);
    expect((await oneClick(oneClickUrl(mail))).status).toBe(200);
    for (const link of linksOf(mail)) {
      const { page } = await open(link, 'test-link');
      expect(await page.locator('h1').innerText()).toBe('This is a test');
    }
    expect(await latestRequest(endpoints, COLLEAGUE)).toBeNull();
    expect(await latestRequest(endpoints, reader)).toBeNull();
  });

  it('the mail opens in a browser, runs nothing, and leads to the page that asks first (P9)', async () => {
    await graphql(
      endpoints,
      'mutation ($input: SendCampaignInput!) { sendCampaign(input: $input) { __typename } }',
      { input: { id: campaignId } },
    );
    const mail = await mailTo(endpoints, reader, /^Light for Frida$/);
    const link = linksOf(mail).find((url) => url.includes('/m/'))!;
    const { page, status } = await open(link, 'web-version');
    expect(status).toBe(200);
    const elsewhere = await context.newPage();
    for (const each of [elsewhere, page]) {
      await each.evaluate(INSERT);
      await expect
        .poll(() => each.evaluate(`document.querySelector('#handler').complete`))
        .toBe(true);
    }
    await expect.poll(() => elsewhere.title()).toBe('broken in');
    expect(await page.title()).toBe('Light for Frida');
    expect(await page.locator('body').innerText()).toContain('Hello Frida');
    expect(await page.locator('body').innerText()).not.toContain(reader);
    await page.getByRole('link', { name: 'UNSUBSCRIBE' }).click();
    await page.waitForURL(/\/u\//);
    expect(await page.locator('form button').count()).toBeGreaterThan(0);
    expect(await latestRequest(endpoints, reader)).toBeNull();
  });

  it('and says plainly that there is nothing, where the link is cut (P9)', async () => {
    const { page, status } = await open(`${endpoints.publicUrl}/m/cut`, 'not-there');
    expect(status).toBe(404);
    expect(await page.locator('h1').innerText()).toBe('This page doesn’t exist');
  });
});
