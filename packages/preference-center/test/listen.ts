import { once } from 'node:events';
import type { Server } from 'node:http';

/** Listens on a free port of this machine, and tells its URL. */
export async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no TCP address');
  return `http://127.0.0.1:${address.port}`;
}
