import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneClick } from './browser.ts';
import { graphql, latestRequest } from './graphql.ts';
import { linksOf, mailTo, oneClickUrl } from './mailbox.ts';
import { type Product, startProduct } from './product.ts';

const READER = 'forwards@example.test';
const COLLEAGUE = 'colleague@example.test';
/** A script in it was refused when the campaign was made; this is how one would come in by an attribute. */
const HTML = `<p style="font-size:16px;color:#222222">Hello {{ contact.first_name }}, the light is back in Malmö.</p>
<img src="https://nowhere.example.test/x.png" alt="" onerror="document.title='broken in'">
<p style="font-size:16px;color:#222222">{{ web_version }} or {{ unsubscribe }}</p>`;

let product: Product;
let running: RunningBrowser;
let context: BrowserContext;
let campaignId: string;

beforeAll(async () => {
  [product, running] = await Promise.all([startProduct(), launchBrowser()]);
  context = await running.browser.newContext({ ignoreHTTPSErrors: true });
  const { endpoints } = product;
  const made = await graphql<{ createAddressBook: { addressBook: { id: string } } }>(
    endpoints,
    `
      mutation ($input: CreateAddressBookInput!) {
        createAddressBook(input: $input) {
          ... on AddressBookCreated {
            addressBook {
              id
            }
          }
        }
      }
    `,
    { input: { accountId: await accountId(), name: 'Forwarders', purpose: 'MARKETING' } },
  );
  const addressBookId = made.createAddressBook.addressBook.id;
  await graphql(
    endpoints,
    'mutation ($input: ImportContactsInput!) { importContacts(input: $input) { __typename } }',
    { input: { addressBookId, csv: `email,first_name,language\n${READER},Frida,en\n` } },
  );
  const created = await graphql<{ createCampaign: { campaign: { id: string } } }>(
    endpoints,
    'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { ... on CampaignCreated { campaign { id } } ... on Problem { message } } }',
    {
      input: {
        addressBookId,
        name: 'Light',
        subject: [{ language: 'en', text: 'Light for {{ contact.first_name }}' }],
        mjml: [],
        html: [{ language: 'en', text: HTML }],
      },
    },
  );
  campaignId = created.createCampaign.campaign.id;
});
afterAll(async () => {
  await running?.close();
  await product?.stop();
});

async function accountId(): Promise<string> {
  const { accounts } = await graphql<{ accounts: { id: string }[] }>(
    product.endpoints,
    '{ accounts { id } }',
  );
  return accounts[0]!.id;
}

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
    const { endpoints } = product;
    const { sendTestMails } = await graphql<{ sendTestMails: object }>(
      endpoints,
      'mutation ($input: SendTestMailsInput!) { sendTestMails(input: $input) { ... on TestMailsQueued { queued } ... on Problem { message } } }',
      { input: { campaignId, to: [COLLEAGUE], contactAddress: READER } },
    );
    expect(sendTestMails).toEqual({ queued: 1 });
    const mail = await mailTo(endpoints, COLLEAGUE, /^\[Test\] Light for Frida$/);
    expect((await oneClick(oneClickUrl(mail))).status).toBe(200);
    for (const link of linksOf(mail)) {
      const { page } = await open(link, 'test-link');
      expect(await page.locator('h1').innerText()).toBe('This is a test');
    }
    expect(await latestRequest(endpoints, COLLEAGUE)).toBeNull();
    expect(await latestRequest(endpoints, READER)).toBeNull();
  });

  it('the mail opens in a browser, runs nothing, and leads to the page that asks first (P9)', async () => {
    const { endpoints } = product;
    await graphql(
      endpoints,
      'mutation ($input: SendCampaignInput!) { sendCampaign(input: $input) { __typename } }',
      { input: { id: campaignId } },
    );
    const mail = await mailTo(endpoints, READER, /^Light for Frida$/);
    const link = linksOf(mail).find((url) => url.includes('/m/'))!;
    const { page, status } = await open(link, 'web-version');
    expect(status).toBe(200);
    expect(await page.title()).toBe('Light for Frida');
    expect(await page.locator('body').innerText()).toContain('Hello Frida');
    expect(await page.locator('body').innerText()).not.toContain(READER);
    await page.getByRole('link', { name: 'UNSUBSCRIBE' }).click();
    await page.waitForURL(/\/u\//);
    expect(await page.locator('form button').count()).toBeGreaterThan(0);
    expect(await latestRequest(endpoints, READER)).toBeNull();
  });

  it('and says plainly that there is nothing, where the link is cut (P9)', async () => {
    const { page, status } = await open(`${product.endpoints.publicUrl}/m/cut`, 'not-there');
    expect(status).toBe(404);
    expect(await page.locator('h1').innerText()).toBe('There is no such page');
  });
});
