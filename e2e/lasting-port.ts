import { once } from 'node:events';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A free port for a product that is stopped and started again: its links hold the API's port. It is none that another
 * product chooses by itself meanwhile (4000 and up), nor one that systems give to connections (32768 and up).
 */
export async function lastingPort(): Promise<string> {
  const port = randomInt(10_000, 30_000);
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return lastingPort();
  }
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}
