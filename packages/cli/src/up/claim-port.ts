import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeOnce, readIfThere } from '../files.ts';
import { isAlive } from './process-identity.ts';

/**
 * Claims ports for this process among all runs on this machine: between the look whether a port is free and the child's
 * listening on it, another run that starts at the same moment must not choose it too. They stand in the user's cache: a run
 * may have a temporary folder of its own.
 */
export function createPortClaims(
  folder = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'adieu', 'ports'),
) {
  const claimed = new Set<string>();
  return {
    async claim(port: number): Promise<boolean> {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, String(port));
      if (claimed.has(file) || !(await writeClaim(file))) return false;
      if (!(await isFree(port))) {
        await removeClaim(file);
        return false;
      }
      claimed.add(file);
      return true;
    },
    async release(): Promise<void> {
      const files = [...claimed];
      // A second release must not take away what is another run's by then.
      claimed.clear();
      await Promise.all(files.map(removeClaim));
    },
  };
}

async function writeClaim(file: string): Promise<boolean> {
  const own = String(process.pid);
  if (await makeOnce(file, own)) return true;
  if (!(await takeTurn(file))) return false;
  try {
    const holder = await readIfThere(file);
    if (holder !== null && isAlive(Number(holder))) return false;
    // Nobody else removes it now: between this and the last line it can not have become somebody's.
    if (holder !== null) await rm(file, { force: true });
    return await makeOnce(file, own);
  } finally {
    await endTurn(file);
  }
}

async function removeClaim(file: string): Promise<void> {
  while (!(await takeTurn(file))) {
    // Who died in its turn, which is over in a moment, leaves a port that nobody takes any more: there are others.
    if (!isAlive(Number((await readIfThere(turnOf(file))) ?? process.pid))) return;
    await setTimeout(1);
  }
  await rm(file, { force: true });
  await endTurn(file);
}

/** A claim is removed only in a turn, so that nobody removes the one that has just come in its place. */
const turnOf = (file: string): string => `${file}.taking`;
const takeTurn = (file: string): Promise<boolean> => makeOnce(turnOf(file), String(process.pid));
const endTurn = (file: string): Promise<void> => rm(turnOf(file), { force: true });

/** Free on both loopbacks: a browser that is told `localhost` may ask either first. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
