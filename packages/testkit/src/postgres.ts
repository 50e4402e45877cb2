import {
  databaseUrl,
  ensureCluster,
  ensureDatabase,
  ENGINE_ROLE,
  ensureRoles,
  type RoleUrls,
  startServer,
} from '@adieu/postgres';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

export interface Postgres {
  readonly url: (database: string) => string;
  createDatabase(name: string): Promise<string>;
  /** One with the roles that the product has, brought up to date by its owner as the product does: what needs a superuser there fails. */
  createMigrated(name: string): Promise<RoleUrls>;
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
  const cluster = await ensureCluster(join(folder, 'postgres'));
  const settings = { max_connections: '200', ...(options.durable ? {} : CARELESS) };
  const server = await startServer(cluster, port, settings);
  const url = (database: string): string => databaseUrl(cluster, port, database);
  return {
    url,
    async createDatabase(name) {
      await ensureDatabase(url('postgres'), name);
      return url(name);
    },
    async createMigrated(name) {
      // Read only when somebody asks: most runs of a few files need none of it.
      const { migrate } = await import('@adieu/db');
      const urls = await ensureRoles(cluster, port, name);
      await migrate(urls.owner, ENGINE_ROLE);
      return urls;
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
