import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeOnce, readIfThere } from '../files.ts';
import { isAlive } from './process-identity.ts';

/**
 * Claims ports for this process among all runs on this machine: between the look whether a port is free and the child's
 * listening on it, another run that starts at the same moment must not choose it too.
 */
export function createPortClaims(
  folder = join(tmpdir(), `adieu-ports-${process.getuid?.() ?? 'all'}`),
) {
  const claimed = new Set<string>();
  return {
    async claim(port: number): Promise<boolean> {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, String(port));
      if (claimed.has(file) || !(await writeClaim(file))) return false;
      if (!(await isFree(port))) {
        await rm(file, { force: true });
        return false;
      }
      claimed.add(file);
      return true;
    },
    async release(): Promise<void> {
      await Promise.all([...claimed].map((file) => rm(file, { force: true })));
    },
  };
}

async function writeClaim(file: string): Promise<boolean> {
  if (await makeOnce(file, String(process.pid))) return true;
  // Of two who find a dead one's claim, the later must not take away what the earlier has just put there.
  const taking = `${file}.taking`;
  if (!(await makeOnce(taking, String(process.pid)))) return false;
  try {
    if (isAlive(Number(await readIfThere(file)))) return false;
    await rm(file, { force: true });
    return await makeOnce(file, String(process.pid));
  } finally {
    await rm(taking, { force: true });
  }
}

/** Free on both loopbacks: a browser that is told `localhost` may ask either first. */
async function isFree(port: number): Promise<boolean> {
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
