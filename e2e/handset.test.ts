import { launchBrowser } from '@adieu/testkit/browser';
import { until } from '@adieu/testkit/until';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Endpoints } from './endpoints.ts';
import { inspect } from './pages/inspect.ts';
import { sharedProduct } from './shared-product.ts';

const PHONE = '+46701740698';
let endpoints: Endpoints;
let running: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  [endpoints, running] = await Promise.all([sharedProduct(), launchBrowser()]);
});
afterAll(() => running?.close());

it('the handset of npm start brings an answer to the real route, and its page is for everybody (X-1)', async () => {
  const context = await running.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${endpoints.handset}/?left=${encodeURIComponent(PHONE)}`);
  await page.fill('#left-to', '+46700000000');
  await page.fill('#left-text', 'Hej, vem är det?');
  await page.click('section:first-child .answer button');
  const own = page.locator('[data-live=left-messages] li').last();
  await until(async () => (await own.innerText()).includes('taken'));
  expect(await inspect(page, 'handset')).toEqual([]);
});
