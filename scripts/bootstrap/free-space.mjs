import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from './failure.mjs';

/** Fails where the disk of `folder` (which may not exist yet) has less than `megabytes` left. */
export async function needSpace(folder, megabytes, forWhat) {
  let there = folder;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  // Node 18.14 and older cannot tell; the step itself will then say that the disk is full.
  if (fs.statfs === undefined) return;
  const { bavail, bsize } = await fs.statfs(there);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  if (free >= megabytes) return;
  throw new Failure(
    `${forWhat} needs about ${megabytes} MB in ${folder}, and ${free} MB are free there. Free some, or choose another place` +
      ' for the cache with XDG_CACHE_HOME.',
  );
}
