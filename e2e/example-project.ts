import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Endpoints } from './endpoints.ts';

const ROOT = join(import.meta.dirname, '..');
const MAIN = join(ROOT, 'packages/cli/dist/main.js');
const SDK = 'node_modules/@adieu/sdk';

/** A campaign is followed to its last hand-over. */
const ENDS_WITHIN_MS = 110_000;

export interface Ran {
  /** The process's exit code. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A product team's own project, outside of the checkout: its commands run as its CI would, by two variables. */
export interface ExampleProject {
  readonly folder: string;
  /** What `new-project` printed: the next steps. */
  readonly said: string;
  adieu(endpoints: Endpoints, ...args: string[]): Promise<Ran>;
  script(endpoints: Endpoints, file: string, ...args: string[]): Promise<Ran>;
  typecheck(): Promise<Ran>;
  remove(): Promise<void>;
}

/**
 * Made by `adieu new-project`, with the SDK as it was packed. What npm would fetch for it is taken from here: the versions
 * are the same, and tests ask no registry.
 */
export async function makeExampleProject(more: readonly string[] = []): Promise<ExampleProject> {
  const folder = join(await mkdtemp(join(tmpdir(), 'adieu-project-')), 'campaigns');
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
    runNode(args, folder, env);
  const { stdout: said } = await runNode([MAIN, 'new-project', folder, ...more], ROOT, {});
  await linkAll(join(ROOT, 'examples/newsletter/node_modules'), join(folder, 'node_modules'));
  await unpack(folder);
  await linkAll(join(ROOT, 'packages/sdk/node_modules'), join(folder, SDK, 'node_modules'));
  const as = ({ graphql, demo }: Endpoints): NodeJS.ProcessEnv => ({
    ADIEU_URL: graphql,
    ADIEU_API_KEY: demo.campaignerApiKey,
  });
  return {
    folder,
    said,
    adieu: (endpoints, ...args) => run([`${SDK}/bin/adieu.js`, ...args], as(endpoints)),
    script: (endpoints, file, ...args) => run(['--import', 'tsx', file, ...args], as(endpoints)),
    typecheck: () => run(['node_modules/typescript/bin/tsc', '--noEmit']),
    remove: () => rm(join(folder, '..'), { recursive: true, force: true }),
  };
}

/** Links what is installed in one folder into another, but for what the checkout has of its own. */
async function linkAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    if (name.startsWith('.') || name === '@adieu') continue;
    if (name.startsWith('@')) await linkAll(join(from, name), join(to, name));
    else await symlink(await realpath(join(from, name)), join(to, name));
  }
}

async function unpack(folder: string): Promise<void> {
  await mkdir(join(folder, SDK), { recursive: true });
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  const to = ['-C', join(folder, SDK), '--strip-components', '1'];
  const [code] = await once(execFile('tar', ['-xzf', join(folder, file!), ...to]), 'close');
  if (code !== 0) throw new Error(`${file} could not be unpacked`);
}

function runNode(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...env }, timeout: ENDS_WITHIN_MS };
    const child = execFile(process.execPath, args, options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}
