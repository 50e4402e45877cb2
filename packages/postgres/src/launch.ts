import { type Cluster, SUPERUSER } from './cluster.ts';

const HOST = '127.0.0.1';

/**
 * Settings that differ from PostgreSQL's own. No statement, value or address goes to the log; no socket file, whose
 * path would have to be short. A book that was just loaded is planned for by its size within seconds, not a minute later.
 */
const SETTINGS = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '',
  autovacuum_naptime: '5s',
};

/** How to start the server of a cluster. SIGINT is its orderly fast way to end: SIGTERM waits for its clients. */
export function serverLaunch(
  cluster: Cluster,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): {
  readonly command: string;
  readonly args: readonly string[];
  readonly user?: { readonly uid: number; readonly gid: number };
} {
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const { user } = cluster.runAs;
  return {
    ...cluster.runAs.wrap(cluster.binaries.postgres, [
      '-D',
      cluster.folder,
      '-p',
      String(port),
      ...flags,
    ]),
    ...(user && { user }),
  };
}

/** Where a database of the cluster is. Holds the password. */
export function databaseUrl(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${SUPERUSER}:${cluster.password}@${HOST}:${port}/${database}`;
}
