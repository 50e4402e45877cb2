import pg from 'pg';

const CONNECT_WITHIN_MS = 3_000;

/** Makes a database where there is none of this name. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

/** A server's version, e.g. `{ number: 180004, name: '18.4' }`, and who it takes us for. */
export interface ServerFacts {
  readonly number: number;
  readonly name: string;
  readonly role: string;
  readonly isSuperuser: boolean;
  /** Whether it may do all that the database's owner may. */
  readonly isOwner: boolean;
  /** Whether an expression within a statement may change a setting: the role and the organisation that it acts as among them. */
  readonly mayChangeSettings: boolean;
}

export async function serverFacts(url: string): Promise<ServerFacts> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<ServerFacts>(
      `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name,
         rolname AS role, rolsuper AS "isSuperuser", pg_has_role(datdba, 'MEMBER') AS "isOwner",
         has_function_privilege('set_config(text, text, boolean)', 'EXECUTE') AS "mayChangeSettings"
       FROM pg_roles JOIN pg_database ON datname = current_database() WHERE rolname = current_user`,
    );
    return rows[0]!;
  });
}

/** True where it takes connections. */
export async function answers(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('SELECT 1'));
    return true;
  } catch {
    return false;
  }
}

/** Connects, does the work, and lets go. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  // A connection that is dropped fails its query; without a listener it would end the process as well.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
