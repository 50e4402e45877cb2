import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answers,
  databaseUrl,
  ensureCluster,
  ensureDatabase,
  ensureRoles,
  serverFacts,
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
  expect(await serverFacts(url)).toMatchObject({ role: 'postgres', isSuperuser: true });
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

describe('the roles of a database', () => {
  let port: number;
  let cluster: Awaited<ReturnType<typeof ensureCluster>>;
  let server: Awaited<ReturnType<typeof startServer>>;
  beforeAll(async () => {
    port = await freePort();
    cluster = await ensureCluster(join(private0700, 'roles'));
    server = await startServer(cluster, port);
  });
  afterAll(() => server.stop());

  async function ask(url: string, statement: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<object>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  it('are one that owns the database and one that may only come in; neither is a superuser, and a repeat changes nothing', async () => {
    const urls = await ensureRoles(cluster, port, 'mine');
    expect(await ensureRoles(cluster, port, 'mine')).toEqual(urls);
    expect(await serverFacts(urls.owner)).toMatchObject({
      role: 'adieu_owner',
      isSuperuser: false,
    });
    expect(await serverFacts(urls.engine)).toMatchObject({
      role: 'adieu_engine',
      isSuperuser: false,
    });
    await ask(urls.owner, 'CREATE TABLE a_thing (n int)');
    await expect(ask(urls.engine, 'CREATE TABLE another (n int)')).rejects.toThrow(
      'permission denied for schema public',
    );
    await expect(ask(urls.engine, 'SELECT * FROM a_thing')).rejects.toThrow('permission denied');
    // Within an expression nobody changes a setting, the role among them; a dump of the owner's begins with it.
    const sets = "SELECT set_config('search_path', '', false)";
    await expect(ask(urls.engine, sets)).rejects.toThrow('permission denied for function');
    expect(await ask(urls.owner, sets)).toHaveLength(1);
    for (const elsewhere of ['postgres', 'template1']) {
      const url = urls.engine.replace(/\/mine$/, `/${elsewhere}`);
      await expect(ask(url, 'SELECT 1')).rejects.toThrow('permission denied for database');
    }
  });

  it('take over what an older version left as the superuser’s, and extensions stay as they are', async () => {
    await ensureDatabase(databaseUrl(cluster, port, 'postgres'), 'older');
    const superuser = databaseUrl(cluster, port, 'older');
    for (const statement of [
      'CREATE EXTENSION pg_trgm',
      'CREATE TABLE thing (id serial PRIMARY KEY, twin int GENERATED ALWAYS AS IDENTITY)',
      'CREATE VIEW things AS SELECT * FROM thing',
      'CREATE SEQUENCE alone',
      'CREATE FUNCTION seven() RETURNS int RETURN 7',
      'CREATE DOMAIN whole AS int',
      "CREATE TYPE colour AS ENUM ('red')",
    ])
      await ask(superuser, statement);
    const { owner } = await ensureRoles(cluster, port, 'older');
    for (const statement of [
      'ALTER TABLE thing ADD name text',
      'DROP VIEW things',
      'DROP SEQUENCE alone',
      'DROP FUNCTION seven',
      'DROP DOMAIN whole',
      'DROP TYPE colour',
      'DROP TABLE thing',
    ])
      await ask(owner, statement);
    expect(
      await ask(
        owner,
        "SELECT proowner::regrole::text AS of FROM pg_proc WHERE proname = 'similarity'",
      ),
    ).toEqual([{ of: 'postgres' }]);
  });
});
