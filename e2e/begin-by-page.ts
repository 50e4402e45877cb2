import type { Browser, Page } from 'playwright-core';

/** What the page shows once it is done. */
export interface BegunByPage {
  readonly page: Page;
  readonly book: string;
  readonly key: string;
  readonly commands: readonly string[];
}

/** Sets an installation up as a stranger does: opens the page that the start prints, and fills in what it asks for. */
export async function beginByPage(
  browser: Browser,
  url: string,
  { scripts }: { readonly scripts: boolean },
): Promise<BegunByPage> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    javaScriptEnabled: scripts,
    viewport: { width: 320, height: 640 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('Organisation').fill('Fjord Books');
  await page.getByLabel('Country').selectOption('Sweden');
  await page.getByLabel('Sender’s address').fill('news@fjord.example.test');
  await page.getByLabel('Your name').fill('Eva');
  await page.getByLabel('Your e-mail address').fill('eva@fjord.example.test');
  await page.getByRole('button', { name: 'Begin' }).click();
  const key = await page.locator('#key').innerText();
  const book = await page.locator('#book').innerText();
  return { page, key, book, commands: await page.locator('.commands code').allInnerTexts() };
}
