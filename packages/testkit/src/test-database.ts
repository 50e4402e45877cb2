import { type Database, openDatabase } from '@adieu/db';
import { asRole, ENGINE_ROLE } from '@adieu/postgres';
import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { templateDatabase } from './parts.ts';

export interface TestDatabase {
  readonly url: string;
  /** The same as the product's processes connect, by a role that owns nothing. */
  readonly engineUrl: string;
  readonly db: Database;
  /** Ends every connection and takes no new ones until `comeBack`: what a database looks like that is away. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A migrated database of this test's own, copied from the run's template. As `engine` a test connects as the
 * product's processes do, by a role that owns nothing; who plays somebody that tampers, or changes the tables, needs the superuser.
 */
export async function createTestDatabase(
  { role }: { readonly role: 'engine' | 'superuser' } = { role: 'superuser' },
): Promise<TestDatabase> {
  const template = new URL(await templateDatabase());
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const admin = new URL(template);
  admin.pathname = '/postgres';
  await once(
    admin.href,
    `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)} STRATEGY file_copy`,
  );
  const superuser = new URL(template);
  superuser.pathname = `/${name}`;
  const engineUrl = asRole(superuser.href, ENGINE_ROLE);
  const url = role === 'engine' ? engineUrl : superuser.href;
  const db = await openDatabase({ url });
  return {
    url,
    engineUrl,
    db,
    async goAway() {
      await once(admin.href, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
      await once(
        admin.href,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
      );
    },
    comeBack: () => once(admin.href, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`),
    async close() {
      await db.close();
      await once(admin.href, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
