import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, STATE_FOLDER } from './folders.mjs';
import { needSpace } from './free-space.mjs';
import { mustRun } from './run.mjs';
import { step } from './say.mjs';

const PACKAGES_MB = 1_500;

/** Installs what the lockfile says; nothing to do where neither it nor a manifest changed since the last time. */
export async function ensurePackages({ pnpm, env }) {
  const stamp = join(STATE_FOLDER, 'installed');
  const wanted = await manifestsHash();
  const installed = await readFile(stamp, 'utf8').catch(() => '');
  if (installed === wanted && existsSync(join(ROOT, 'node_modules', '.modules.yaml'))) return;
  await needSpace(ROOT, PACKAGES_MB, 'Installing the packages');
  await step('installing the packages', () =>
    // CI=true: never ask a question on the terminal.
    mustRun(pnpm, ['install', '--frozen-lockfile', '--reporter=append-only'], {
      env: { ...env, CI: 'true' },
      hint: 'Where the registry is out of reach: look at the network or HTTPS_PROXY. Where the lockfile is out of date: pnpm install.',
    }),
  );
  await mkdir(STATE_FOLDER, { recursive: true });
  await writeFile(stamp, wanted);
}

async function manifestsHash() {
  const [packages, examples] = await Promise.all(
    ['packages', 'examples'].map(async (folder) =>
      (await readdir(join(ROOT, folder))).sort().map((name) => `${folder}/${name}/package.json`),
    ),
  );
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    'e2e/package.json',
    ...packages,
    ...examples,
  ];
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file).update(await readFile(join(ROOT, file)).catch(() => ''));
  return hash.digest('hex');
}
