import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  answers,
  databaseUrl,
  ensureCluster,
  ensureDatabase,
  serverVersion,
  startServer,
} from '../src/index.ts';

let private0700: string;
beforeAll(async () => {
  // mkdtemp makes a folder that is its maker's alone: also root's user for PostgreSQL may not pass through it.
  private0700 = await mkdtemp(join(tmpdir(), 'adieu-postgres-'));
});
afterAll(() => rm(private0700, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('a cluster is made once, served below a private folder also as root, and keeps what it was given', async () => {
  const folder = join(private0700, 'data');
  const port = await freePort();
  const first = await ensureCluster(folder);
  const url = databaseUrl(first, port, 'things');
  const server = await startServer(first, port);
  await ensureDatabase(databaseUrl(first, port, 'postgres'), 'things');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE TABLE thing AS SELECT 7 AS n');
  await client.end();
  await server.stop();
  expect(await answers(url)).toBe(false);

  const second = await ensureCluster(folder);
  const again = await startServer(second, port);
  await ensureDatabase(databaseUrl(second, port, 'postgres'), 'things');
  expect((await serverVersion(url)).number).toBeGreaterThanOrEqual(180_000);
  const reader = new pg.Client({ connectionString: databaseUrl(second, port, 'things') });
  await reader.connect();
  expect((await reader.query('SELECT n FROM thing')).rows).toEqual([{ n: 7 }]);
  await reader.end();
  await again.stop();
  expect((await stat(`${folder}-password`)).mode & 0o777).toBe(0o600);
});

it('data of another major version is refused with what to do', async () => {
  const folder = join(private0700, 'old');
  await ensureCluster(folder);
  await writeFile(join(folder, 'PG_VERSION'), '17\n');
  await expect(ensureCluster(folder)).rejects.toThrow(
    `the data in ${folder} is of PostgreSQL 17, and this is 18`,
  );
});
