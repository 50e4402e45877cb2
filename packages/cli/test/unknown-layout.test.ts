import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@adieu/db';
import { databaseUrl, ensureCluster, ensureDatabase, startServer } from '@adieu/postgres';
import { freePort, temporalAddress } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '../src/environment.ts';
import { dataFolder } from '../src/up/data-folder.ts';
import { ensureKeysFile } from '../src/up/keys-file.ts';
import { DATABASE } from '../src/up/postgres-service.ts';
import { up } from '../src/up/up.ts';

let data: string;

/** A data folder as a version left it that had other migrations. */
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'adieu-layout-'));
  await ensureKeysFile(dataFolder(data), undefined);
  const cluster = await ensureCluster(dataFolder(data).postgres);
  const port = await freePort();
  const server = await startServer(cluster, port);
  await ensureDatabase(databaseUrl(cluster, port, 'postgres'), DATABASE);
  const db = await openDatabase({ url: databaseUrl(cluster, port, DATABASE) });
  await db.sql.rows('CREATE TABLE migration (id serial PRIMARY KEY, name text NOT NULL)');
  await db.sql.rows("INSERT INTO migration (name) VALUES ('001-organisation'), ('002-opt-out')");
  await db.close();
  await server.stop();
});
afterAll(() => rm(data, { recursive: true, force: true }));

describe('npm start on the data of an unreleased version', () => {
  it('says that it must begin anew, and how, and ends as failed', async () => {
    const said: string[] = [];
    const environment = readEnvironment(
      { TEMPORAL_ADDRESS: await temporalAddress(), SMTP_URL: 'smtp://127.0.0.1:1' },
      join(data, 'none'),
    );
    const printer = {
      line: () => {},
      say: (text: string) => void said.push(text),
      plain: (text: string) => void said.push(text),
    };
    expect(await up({ data, demo: false, environment, printer })).toBe(1);
    expect(said).toContainEqual(
      expect.stringMatching(
        /made by an unreleased version of Adieu.* begin anew with an empty one\. It lies in .*adieu-layout-\S+: move that folder away, or name another/,
      ),
    );
    expect(said.at(-1)).toMatch(/^everything is stopped: .*begin anew with an empty one/);
    expect(said.join()).not.toContain('ready after');
  });
});
