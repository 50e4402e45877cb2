import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { Failure } from './failure.mjs';
import { cacheFolder, compileCacheIn } from './folders.mjs';
import { needSpace } from './free-space.mjs';
import { withLock } from './lock.mjs';
import { capture, mustRun } from './run.mjs';
import { step } from './say.mjs';

const NODE_VERSION = '24.21.0';
const PNPM_VERSION = '12.21.0';
const NODE_MAJOR = 24;
const TOOLCHAIN_MB = 400;

/** Node 24 (the running one where it is) and pnpm, from the cache or the npm registry: `{ node, pnpm, env }`. */
export async function ensureToolchain() {
  const named = (kind) => join(cacheFolder(), `toolchain-${kind}-pnpm-${PNPM_VERSION}`);
  const fetched = named(`node-${NODE_VERSION}`);
  // A command that another of ours started runs on the fetched Node: it needs no second toolchain.
  const running =
    Number(process.versions.node.split('.')[0]) === NODE_MAJOR && !existsSync(fetched);
  const folder = running ? named('own-node') : fetched;
  const name = basename(folder);
  if (!existsSync(folder)) {
    await withLock(join(cacheFolder(), 'locks', name), 'fetching Node and pnpm', async () => {
      if (!existsSync(folder)) await install(folder, running);
    });
  }
  const bin = join(folder, 'bin');
  const node = running ? process.execPath : join(bin, 'node');
  const path = [bin, dirname(node), process.env.PATH].join(delimiter);
  return { node, pnpm: join(bin, 'pnpm'), env: { ...process.env, PATH: path } };
}

async function install(folder, running) {
  await needSpace(folder, TOOLCHAIN_MB, 'Node and pnpm');
  const packages = [`pnpm@${PNPM_VERSION}`, ...(running ? [] : [nodePackage()])];
  const draft = `${folder}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(join(draft, 'bin'), { recursive: true });
  await step(`fetching ${packages.join(' and ')} from the npm registry`, async () => {
    const { command, args } = npmCommand();
    const quiet = ['--no-audit', '--no-fund', '--no-save', '--no-package-lock', '--loglevel=error'];
    await mustRun(
      command,
      [...args, 'install', '--prefix', draft, ...quiet, ...scriptFlags(), ...packages],
      {
        env: compileCacheIn(process.env),
        hint: 'This step needs the npm registry: look at the network, at HTTPS_PROXY, or at `npm config get registry`.',
      },
    );
    await link(draft, running);
  });
  await rename(draft, folder);
}

/** These two carry the binary itself, so no install script has to run (npm asks before it runs one). */
function nodePackage() {
  if (!needsScripts()) return `node-linux-${process.arch}@${NODE_VERSION}`;
  return `node@${NODE_VERSION}`;
}

function needsScripts() {
  return process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch);
}

function scriptFlags() {
  return needsScripts() ? [] : ['--ignore-scripts'];
}

/** npm as the one that called us, or the one on the PATH. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli && cli.endsWith('npm-cli.js') && existsSync(cli)
    ? { command: process.execPath, args: [cli] }
    : { command: 'npm', args: [] };
}

async function link(draft, running) {
  const modules = join(draft, 'node_modules');
  const exe = (await readdir(join(modules, '@pnpm')).catch(() => [])).find((name) =>
    name.startsWith('exe.'),
  );
  if (exe === undefined)
    throw new Failure(
      `pnpm ${PNPM_VERSION} has no binary for ${process.platform} ${process.arch}.`,
    );
  const links = { pnpm: join('..', 'node_modules', '@pnpm', exe, 'pnpm') };
  if (!running) {
    const from = needsScripts() ? 'node' : `node-linux-${process.arch}`;
    links.node = join('..', 'node_modules', from, 'bin', 'node');
  }
  for (const [name, target] of Object.entries(links)) {
    await symlink(target, join(draft, 'bin', name));
    const { code, output } = await capture(join(draft, 'bin', name), ['--version']);
    if (code !== 0) {
      throw new Failure(
        `the ${name} that was fetched does not run here: ${output.trim()}\nInstall Node ${NODE_MAJOR} yourself.`,
      );
    }
  }
}
