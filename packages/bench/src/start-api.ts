import { serialiseKeyRing } from '@adieu/keys';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scratch } from './scratch.ts';
import { type Started, startProcess } from './start-process.ts';

const PAGES_SECRET = 'of-this-benchmark-alone-and-no-secret';
const API = join(import.meta.dirname, '../../api/dist/main.js');

/** Starts the api process on a benchmark's database and a free port; `more` are variables beside the least it needs. */
export async function startApi(
  scratch: Scratch,
  more: Record<string, string> = {},
): Promise<Started & { readonly pagesSecretFile: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'adieu-bench-'));
  const keys = join(folder, 'keys.json');
  await writeFile(keys, serialiseKeyRing(scratch.seeded.ring), { mode: 0o600 });
  const secret = join(folder, 'pages-secret');
  await writeFile(secret, `${PAGES_SECRET}\n`, { mode: 0o600 });
  const api = await startProcess('the api', API, {
    DATABASE_URL: scratch.url,
    KEYS_FILE: keys,
    PAGES_SECRET_FILE: secret,
    API_PORT: '0',
    ...more,
  });
  return {
    ...api,
    pagesSecretFile: secret,
    async stop() {
      await api.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
