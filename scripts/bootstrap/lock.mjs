import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { say } from './say.mjs';

const ASK_AGAIN_MS = 250;

/** Does the work while no other process holds the lock folder `path`; waits for one that does, and says so. */
export async function withLock(path, what, work) {
  await mkdir(dirname(path), { recursive: true });
  let told = false;
  while (!(await take(path))) {
    if (!told) say(`waiting for another run of this project that is ${what} (${path})`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  try {
    return await work();
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

/** Making a folder under its final name together with its owner's pid is one rename: nobody sees it half made. */
async function take(path) {
  const mine = `${path}.${process.pid}`;
  await mkdir(mine, { recursive: true });
  await writeFile(join(mine, 'pid'), String(process.pid));
  try {
    await rename(mine, path);
    return true;
  } catch {
    await rm(mine, { recursive: true, force: true });
    await breakStale(path);
    return false;
  }
}

async function breakStale(path) {
  const owner = Number(await readFile(join(path, 'pid'), 'utf8').catch(() => ''));
  if (!owner || isAlive(owner)) return;
  // Only one of several waiting processes can move it away, and what it moved must still be the dead one's.
  const aside = `${path}.stale.${process.pid}`;
  await rename(path, aside).catch(() => {});
  const moved = Number(await readFile(join(aside, 'pid'), 'utf8').catch(() => ''));
  if (moved && moved !== owner) await rename(aside, path).catch(() => {});
  await rm(aside, { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
