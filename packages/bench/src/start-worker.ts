import { serialiseKeyRing } from '@adieu/keys';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scratch } from './scratch.ts';
import { type Started, startProcess } from './start-process.ts';

const WORKER = join(import.meta.dirname, '../../workflows/dist/worker.js');

/** Starts the worker process on a benchmark's database. */
export async function startWorker(
  scratch: Scratch,
  on: { readonly temporal: string; readonly smtp: string; readonly poolSize: number },
): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'adieu-bench-'));
  const keys = join(folder, 'keys.json');
  await writeFile(keys, serialiseKeyRing(scratch.seeded.ring), { mode: 0o600 });
  const worker = await startProcess('the worker', WORKER, {
    DATABASE_URL: scratch.url,
    TEMPORAL_ADDRESS: on.temporal,
    SMTP_URL: on.smtp,
    SMTP_POOL_SIZE: String(on.poolSize),
    KEYS_FILE: keys,
  });
  // Read at its start: nothing needs it any more.
  await rm(folder, { recursive: true, force: true });
  return worker;
}
