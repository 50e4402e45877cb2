import { openDatabase, type Database } from '@adieu/db';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedProduct } from './shared-product.ts';
import type { Endpoints } from './endpoints.ts';

let endpoints: Endpoints;
let db: Database;
beforeAll(async () => {
  endpoints = await sharedProduct();
  db = await openDatabase({ url: endpoints.database, maxConnections: 2 });
});
afterAll(() => db?.close());

describe('the database role of the running product (W-12)', () => {
  it('is the only one that its processes connect as, and is no superuser', async () => {
    const [me] = await db.sql.rows(
      'SELECT current_user::text AS role, rolsuper AS super, rolbypassrls AS bypasses FROM pg_roles WHERE rolname = current_user',
    );
    expect(me).toEqual({ role: 'adieu_engine', super: false, bypasses: false });
    const connected = await db.sql.rows<{ role: string }>(
      `SELECT DISTINCT usename::text AS role FROM pg_stat_activity
       WHERE datname = current_database() AND backend_type = 'client backend'`,
    );
    expect(connected).toEqual([{ role: 'adieu_engine' }]);
  });

  it('owns nothing', async () => {
    const owned = await db.sql.rows(
      `SELECT oid::regclass::text AS name FROM pg_class WHERE pg_has_role(relowner, 'MEMBER')
       UNION ALL SELECT oid::regprocedure::text FROM pg_proc WHERE pg_has_role(proowner, 'MEMBER')
       UNION ALL SELECT datname FROM pg_database WHERE pg_has_role(datdba, 'MEMBER')`,
    );
    expect(owned).toEqual([]);
  });

  it.each([
    'ALTER TABLE ledger_event DISABLE TRIGGER ALL',
    'DROP TRIGGER ledger_event_append_only ON ledger_event',
    'SET session_replication_role = replica',
    'ALTER TABLE suppression ADD COLUMN stray text',
    'DROP TABLE suppression',
    'TRUNCATE evidence_file',
    'CREATE TABLE stray (n int)',
    'CREATE OR REPLACE FUNCTION gate_reason() RETURNS text LANGUAGE sql RETURN NULL',
    'DROP FUNCTION claim_messages',
    "UPDATE sql_definition SET hash = ''",
    'DELETE FROM migration',
    'SET ROLE adieu_owner',
    'ALTER ROLE adieu_engine SUPERUSER',
    "COPY organisation TO PROGRAM 'cat'",
  ])('cannot: %s', async (attack) => {
    await expect(db.sql.rows(attack)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('the data folder of the running product', () => {
  it('holds files and folders that nobody else may read, each', async () => {
    const folder = dirname(endpoints.keysFile);
    const names = await readdir(folder);
    expect(names).toEqual(expect.arrayContaining(['keys.json', 'mail', 'postgres', 'temporal']));
    const open = await Promise.all(
      names.map(async (name) => [
        name,
        ((await stat(join(folder, name))).mode & 0o077).toString(8),
      ]),
    );
    expect(open.filter(([, mode]) => mode !== '0')).toEqual([]);
  });
});
