import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import { until } from '@adieu/testkit/until';
import { listMails } from './mailbox.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adieu } from './adieu.ts';
import { beginByPage } from './begin-by-page.ts';
import type { Endpoints } from './endpoints.ts';
import { type ExampleProject, makeExampleProject } from './example-project.ts';
import { type Empty, startEmpty } from './product.ts';

const ROOT = join(import.meta.dirname, '..');
const WITHIN_MS = 180_000;

let began: number;
let product: Empty;
let running: RunningBrowser;
let folder: string;
let project: ExampleProject;

beforeAll(async () => {
  began = performance.now();
  [product, running] = await Promise.all([startEmpty(), launchBrowser()]);
  folder = await mkdtemp(join(tmpdir(), 'adieu-first-'));
}, 150_000);
afterAll(async () => {
  await running?.close();
  await product?.stop();
  await project?.remove();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const published = async (): Promise<Endpoints> =>
  JSON.parse(await readFile(join(product.data, 'endpoints.json'), 'utf8')) as Endpoints;

/** Types a line in the checkout; the list that it makes does not come to lie among our files. */
async function type(line: string): Promise<string> {
  const own = line.replaceAll('contacts.csv', join(folder, 'contacts.csv'));
  return (await promisify(execFile)('sh', ['-euc', own], { cwd: ROOT })).stdout;
}

describe('from nothing to a first campaign', () => {
  it('takes a form and the three lines that it prints, as they stand, and less than three minutes', async () => {
    const { setup } = product.endpoints;
    const begun = await beginByPage(running.browser, setup!, { scripts: false });
    const { page, key, book, commands } = begun;
    expect(key).toMatch(/^adieu_campaigner_/);
    const said: string[] = [];
    for (const command of commands) said.push(await type(command));
    expect(said.join('')).toMatch(/1 new[^]*still that of the example[^]*1 sent/);
    await until(async () => {
      const mails = await listMails(product.endpoints);
      return mails.some(
        ({ subject, to }) =>
          subject === 'Our first mail' && to[0]!.address === 'eva@fjord.example.test',
      );
    }, 30_000);
    expect(performance.now() - began).toBeLessThan(WITHIN_MS);

    await page.goto(setup!);
    expect(await page.locator('h1').innerText()).toBe('Adieu is already set up');
    await until(async () => (await published()).setup === undefined, 10_000);
    const again = await adieu(['init', '--data', product.data]);
    expect(again).toContain('Nothing was changed');
    expect(again).toContain(`${book}  Newsletter (MARKETING)`);
  }, 180_000);

  it('a new project’s campaigns may be sent from there, by what the command prints', async () => {
    project = await makeExampleProject(['--data', product.data]);
    const { said } = project;
    const names = [...said.matchAll(/^ {2}export (\w+)=/gm)].map(([, name]) => name);
    expect(names).toEqual(['ADIEU_URL', 'ADIEU_API_KEY']);
    expect(said).not.toMatch(/[<…]/);
    const exports = said.split('\n').filter((line) => line.startsWith('  export '));
    const printed = await type([...exports, 'printenv ADIEU_API_KEY'].join('\n'));
    const campaignerApiKey = printed.trim();
    expect(campaignerApiKey).toMatch(/^adieu_campaigner_\S+$/);
    const { endpoints } = product;
    const as = { ...endpoints, demo: { ...endpoints.demo, campaignerApiKey } };
    for (const file of ['spring.tsx', 'market.ts', 'first.ts'])
      expect(await project.adieu(as, 'campaign', 'check', `campaigns/${file}`)).toMatchObject({
        stdout: expect.stringContaining('may be sent (0 errors'),
        code: 0,
      });
  }, 60_000);

  it('a second organisation is made by a command that says so, and asks for nothing where no terminal is', async () => {
    const init = ['init', '--data', product.data, '--organisation', 'Other'];
    await expect(adieu(init)).rejects.toThrow('--another makes Other beside it');
    await expect(adieu([...init, '--another'])).rejects.toThrow('--sender-address, --member-name');
    const more = ['--sender-address', 'n@o.example.test', '--member-name', 'Bo'];
    const whole = [...init, '--another', ...more, '--member-address', 'bo@o.example.test'];
    await expect(adieu([...whole, '--rule', 'LATER'])).rejects.toThrow('--rule: One of');
    const rule = ['--rule', 'SERVICE_REVIEW', '--key', '--admin-key'];
    expect(await adieu([...whole, ...rule])).toMatch(
      /book .*Somebody reviews[\s\S]*adieu_campaigner_[\s\S]*adieu_admin_/,
    );
    expect(await adieu([...whole, ...rule])).toContain('Nothing was changed');
  }, 60_000);
});
