import { serialiseKeyRing } from '@adieu/keys';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scratch } from './scratch.ts';

const API = join(import.meta.dirname, '../../../api/dist/main.js');

export interface Api {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the api process on a benchmark's database and a free port. */
export async function startApi(scratch: Scratch): Promise<Api> {
  const folder = await mkdtemp(join(tmpdir(), 'adieu-bench-'));
  const keys = join(folder, 'keys.json');
  await writeFile(keys, serialiseKeyRing(scratch.seeded.ring), { mode: 0o600 });
  const child = fork(API, {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATABASE_URL: scratch.url,
      KEYS_FILE: keys,
      API_PORT: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = once(child, 'message') as Promise<[{ port: number }]>;
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`the api ended with code ${code} before it was ready`);
  });
  died.catch(() => {});
  const [{ port }] = await Promise.race([ready, died]);
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
