import { execFileSync, fork } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '..');

/** What the pages share with the api of these tests. */
export const PAGES_SECRET = 'pages-and-the-api-of-these-tests-alone';

export type BuiltServer = Awaited<ReturnType<typeof startBuiltServer>>;

/** Runs what is shipped: the built pages in their own process, on a free port, with their log kept. */
export async function startBuiltServer(environment: Record<string, string>) {
  buildIfStale();
  const folder = mkdtempSync(join(tmpdir(), 'adieu-pages-'));
  const secret = join(folder, 'secret');
  writeFileSync(secret, PAGES_SECRET);
  const child = fork(join(PACKAGE, 'server.js'), {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PREFERENCE_CENTER_PORT: '0',
      PAGES_SECRET_FILE: secret,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let log = '';
  child.stdout?.on('data', (chunk) => (log += String(chunk)));
  child.stderr?.on('data', (chunk) => (log += String(chunk)));
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  void exited.then(() => rmSync(folder, { recursive: true, force: true }));
  const ready = new Promise<{ port: number }>((resolve) => child.once('message', resolve));
  const port = await Promise.race([ready.then((message) => message.port), exited.then(() => null)]);
  return {
    /** Points nowhere where the process did not start. */
    url: `http://127.0.0.1:${port ?? 9}`,
    log: () => log,
    exited,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

/** A build takes a second. One that is newer than every source is left alone: somebody may be running it. */
function buildIfStale(): void {
  const sources = globSync(['app/**', 'src/**', '*.ts', '../domain/src/**'], { cwd: PACKAGE });
  const newest = Math.max(...sources.map((path) => statSync(join(PACKAGE, path)).mtimeMs));
  const built = statSync(join(PACKAGE, 'build/server/index.js'), { throwIfNoEntry: false });
  if (built !== undefined && built.mtimeMs > newest) return;
  const cli = join(PACKAGE, 'node_modules/@react-router/dev/bin.cjs');
  execFileSync(process.execPath, [cli, 'build'], {
    cwd: PACKAGE,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'pipe',
  });
}
