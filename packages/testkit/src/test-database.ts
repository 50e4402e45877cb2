import { type Database, openDatabase } from '@adieu/db';
import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { templateDatabase } from './parts.ts';

export interface TestDatabase {
  readonly url: string;
  readonly db: Database;
  /** Ends every connection and takes no new ones until `comeBack`: what a database looks like that is away. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** A migrated database of this test's own, copied from the run's template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = new URL(await templateDatabase());
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const admin = new URL(template);
  admin.pathname = '/postgres';
  await once(
    admin.href,
    `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)} STRATEGY file_copy`,
  );
  const url = new URL(template);
  url.pathname = `/${name}`;
  const db = await openDatabase({ url: url.href });
  return {
    url: url.href,
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
