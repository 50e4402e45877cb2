import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import { until } from '@adieu/testkit/until';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoints } from './endpoints.ts';
import { type Empty, startEmpty } from './product.ts';

const run = promisify(execFile);
const MAIN = join(import.meta.dirname, '../packages/cli/dist/main.js');
const WITHIN_MS = 180_000;

let began: number;
let product: Empty;
let running: RunningBrowser;
let folder: string;

beforeAll(async () => {
  began = performance.now();
  [product, running] = await Promise.all([startEmpty(), launchBrowser()]);
  folder = await mkdtemp(join(tmpdir(), 'adieu-first-'));
}, 150_000);
afterAll(async () => {
  await running?.close();
  await product?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const adieu = async (args: readonly string[], env: Record<string, string> = {}): Promise<string> =>
  (await run(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } })).stdout;

const published = async (): Promise<Endpoints> =>
  JSON.parse(await readFile(join(product.data, 'endpoints.json'), 'utf8')) as Endpoints;

describe('from nothing to a first campaign', () => {
  it('takes a form, a file and two commands, and less than three minutes', async () => {
    const { setup, mailboxApi, graphql } = product.endpoints;
    const context = await running.browser.newContext({
      ignoreHTTPSErrors: true,
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
      locale: 'en-GB',
    });
    const page = await context.newPage();
    await page.goto(setup!);
    await page.getByLabel('Organisation').fill('Fjord Books');
    await page.getByLabel('Country').selectOption('Sweden');
    await page.getByLabel('Sender’s address').fill('news@fjord.example.test');
    await page.getByLabel('Your name').fill('Eva');
    await page.getByLabel('Your e-mail address').fill('eva@fjord.example.test');
    await page.getByRole('button', { name: 'Begin' }).click();
    const key = await page.locator('#key').innerText();
    const book = await page.locator('#book').innerText();

    const contacts = join(folder, 'contacts.csv');
    await writeFile(contacts, 'email,first_name\nada@example.test,Ada\nbo@example.test,\n');
    await adieu(['import', contacts, '--book', book, '--data', product.data]);
    const first = join(import.meta.dirname, '../examples/newsletter/campaigns/first.ts');
    const env = { ADIEU_URL: graphql, ADIEU_BOOK: book, ADIEU_API_KEY: key };
    expect(await adieu(['campaign', 'send', first, '--watch'], env)).toContain('2 sent');
    await until(async () => {
      const mails = (await (await fetch(`${mailboxApi}/email`)).json()) as { subject: string }[];
      return mails.filter(({ subject }) => subject === 'Our first mail').length === 2;
    }, 30_000);
    expect(performance.now() - began).toBeLessThan(WITHIN_MS);

    await page.goto(setup!);
    expect(await page.locator('h1').innerText()).toBe('Adieu is already set up');
    await until(async () => (await published()).setup === undefined, 10_000);
    const said = await adieu(['init', '--data', product.data]);
    expect(said).toContain('Nothing was changed');
    expect(said).toContain(`${book}  Newsletter (MARKETING)`);
  }, 180_000);

  it('a second organisation is made by a command that says so, and asks for nothing where no terminal is', async () => {
    const init = ['init', '--data', product.data, '--organisation', 'Other'];
    await expect(adieu(init)).rejects.toThrow('--another makes Other beside it');
    await expect(adieu([...init, '--another'])).rejects.toThrow('--sender-address, --member-name');
    const more = ['--sender-address', 'n@o.example.test', '--member-name', 'Bo'];
    const whole = [...init, '--another', ...more, '--member-address', 'bo@o.example.test'];
    await expect(adieu([...whole, '--rule', 'LATER'])).rejects.toThrow('--rule: One of');
    const rule = ['--rule', 'SERVICE_REVIEW', '--key', '--admin-key'];
    expect(await adieu([...whole, ...rule])).toMatch(
      /book .*Somebody looks[\s\S]*adieu_campaigner_[\s\S]*adieu_admin_/,
    );
    expect(await adieu([...whole, ...rule])).toContain('Nothing was changed');
  }, 60_000);
});
