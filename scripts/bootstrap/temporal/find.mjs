import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Failure } from '../failure.mjs';
import { cacheFolder } from '../folders.mjs';
import { withLock } from '../lock.mjs';
import { say } from '../say.mjs';
import { findOnPath } from '../path.mjs';
import { build } from './build.mjs';
import { download } from './download.mjs';
import { fault, pinnedVersion } from './version.mjs';

/** The Temporal binary, from the first way that works: yours, the cache, a download, a build from source. */
export async function ensureTemporal(ways = { fault, download, build }) {
  const own = process.env.TEMPORAL_CLI;
  if (own) {
    const wrong = await ways.fault(own);
    if (wrong) throw new Failure(`TEMPORAL_CLI=${own} ${wrong}`);
    return own;
  }
  const found = findOnPath('temporal');
  if (found) {
    const wrong = await ways.fault(found);
    if (!wrong) return found;
    say(`${found} is not used: it ${wrong}`);
  }
  const version = await pinnedVersion();
  const cached = join(cacheFolder(), `temporal-${version}`, 'temporal');
  if (existsSync(cached)) return cached;
  await withLock(
    join(cacheFolder(), 'locks', `temporal-${version}`),
    'making the Temporal binary',
    async () => {
      if (!existsSync(cached)) await obtain(version, cached, ways);
    },
  );
  return cached;
}

async function obtain(version, target, ways) {
  const reasons = [];
  for (const way of [ways.download, ways.build]) {
    const reason = await way(version, target);
    if (reason === null) return;
    say(reason);
    reasons.push(reason);
  }
  throw new Failure(
    [
      `There is no Temporal binary. ${reasons.join(' ')}`,
      'Any one of these mends it:',
      '  1. put `temporal` on the PATH, or name it in TEMPORAL_CLI (https://docs.temporal.io/cli)',
      `  2. put the binary at ${target}`,
      '  3. let this machine reach https://temporal.download',
      '  4. install Go 1.21 or newer (https://go.dev/dl) and let it reach a Go module proxy: it is then built here, in some 4 minutes',
      'A Temporal server of your own needs no binary for `npm start`: TEMPORAL_ADDRESS=host:port npm start',
    ].join('\n'),
  );
}
