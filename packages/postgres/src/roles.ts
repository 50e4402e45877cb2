import { createHmac } from 'node:crypto';
import { ensureDatabase, withClient } from './client.ts';
import { type Cluster, SUPERUSER } from './cluster.ts';
import { HAND_OVER } from './hand-over.ts';
import { databaseUrl } from './launch.ts';

/** Owns the database and its tables: migrations run as this role, and nothing else does. */
export const OWNER_ROLE = 'adieu_owner';
/** What every process of Adieu connects as: it reads and writes rows and owns nothing, so no trigger can be switched off. */
export const ENGINE_ROLE = 'adieu_engine';

/** As which it acts for one organisation, held to it by row-level security: nobody connects as this one. */
const TENANT_ROLE = 'adieu_tenant';

/**
 * An expression can not leave the role or name another organisation (decision 048): the statement SET is sent by us alone, and
 * set_config would do the same within any other. The owner keeps it, as pg_dump and what it writes begin with it.
 */
const KEEP_SETTINGS = `REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO ${OWNER_ROLE}`;

/** How to reach a database as each of its roles. Holds passwords. */
export interface RoleUrls {
  readonly owner: string;
  readonly engine: string;
}

/**
 * Makes a database with its roles where they are missing, and lets nobody else in. What an older version left as the
 * superuser's becomes the owner's. Safe to repeat.
 */
export async function ensureRoles(
  cluster: Cluster,
  port: number,
  database: string,
): Promise<RoleUrls> {
  const server = databaseUrl(cluster, port, SUPERUSER);
  await withClient(server, async (client) => {
    for (const role of [OWNER_ROLE, ENGINE_ROLE]) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      if (rowCount === 0) await client.query(`CREATE ROLE ${role}`);
      await client.query(
        `ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
         PASSWORD ${client.escapeLiteral(rolePassword(cluster.password, role))}`,
      );
    }
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [
      TENANT_ROLE,
    ]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${TENANT_ROLE}`);
    await client.query(`ALTER ROLE ${TENANT_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS`);
    await client.query(`GRANT ${TENANT_ROLE} TO ${ENGINE_ROLE} WITH INHERIT FALSE, SET TRUE`);
    await ensureDatabase(server, database);
    const name = client.escapeIdentifier(database);
    await client.query(`ALTER DATABASE ${name} OWNER TO ${OWNER_ROLE}`);
    await client.query(`REVOKE ALL ON DATABASE ${name}, postgres, template1 FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${ENGINE_ROLE}`);
  });
  await withClient(databaseUrl(cluster, port, database), async (client) => {
    await client.query(HAND_OVER);
    await client.query(KEEP_SETTINGS);
  });
  return roleUrls(cluster, port, database);
}

/** How to reach a database whose roles are there. */
export function roleUrls(cluster: Cluster, port: number, database: string): RoleUrls {
  const superuser = databaseUrl(cluster, port, database);
  return { owner: asRole(superuser, OWNER_ROLE), engine: asRole(superuser, ENGINE_ROLE) };
}

/** The same database as another role, from the superuser's URL. */
export function asRole(superuserUrl: string, role: string): string {
  const url = new URL(superuserUrl);
  url.password = rolePassword(decodeURIComponent(url.password), role);
  url.username = role;
  return url.href;
}

/** Made of the superuser's, so that there is one secret to keep; the way back is closed to whoever has this one. */
function rolePassword(superuserPassword: string, role: string): string {
  return createHmac('sha256', superuserPassword).update(role).digest('base64url');
}
