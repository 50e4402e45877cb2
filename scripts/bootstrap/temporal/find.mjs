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

/**
 * The Temporal binary, from the first way that works: yours, the cache, a download, a build from source. Where it must be
 * made, `made` tells when it is there: minutes later, in which others may get on with what needs none. `giveUp` ends that.
 */
export async function locateTemporal(giveUp, ways = { fault, download, build }) {
  const own = process.env.TEMPORAL_CLI;
  if (own) {
    const wrong = await ways.fault(own);
    if (wrong) throw new Failure(`TEMPORAL_CLI=${own} ${wrong}`);
    return { binary: own, made: Promise.resolve() };
  }
  const found = findOnPath('temporal');
  if (found) {
    const wrong = await ways.fault(found);
    if (!wrong) return { binary: found, made: Promise.resolve() };
    say(`${found} is not used: it ${wrong}`);
  }
  const version = await pinnedVersion();
  const binary = join(cacheFolder(), `temporal-${version}`, 'temporal');
  return { binary, made: make(version, binary, ways, giveUp) };
}

async function make(version, target, ways, giveUp) {
  if (existsSync(target)) return;
  const lock = join(cacheFolder(), 'locks', `temporal-${version}`);
  await withLock(lock, 'making the Temporal binary', async () => {
    if (!existsSync(target)) await obtain(version, target, ways, giveUp);
  });
}

async function obtain(version, target, ways, giveUp) {
  const reasons = [];
  for (const way of [ways.download, ways.build]) {
    const reason = await way(version, target, giveUp);
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
