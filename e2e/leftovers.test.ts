import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { childOf, isRunning } from './product.ts';

const BOOTSTRAP = join(import.meta.dirname, '../scripts/bootstrap.mjs');
const PARTS = [/postgres\0-D/, /api\/dist\/main\.js/, /preference-center\/server\.js/];

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'adieu-leftovers-'));
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

it('a benchmark that is ended half way takes what it started with it, and leaves no folder', async () => {
  const bench = spawn(
    process.execPath,
    [BOOTSTRAP, 'bench', 'page', '--count', '300', '--rate', '5'],
    {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(bench, 'exit');
  for await (const line of createInterface({ input: bench.stdout }))
    if (/pages each/.test(line)) break;
  const pids = PARTS.map((command) => childOf(bench.pid!, command));
  bench.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  expect(pids.filter(isRunning)).toEqual([]);
  expect(await readdir(temporary)).toEqual([]);
});
