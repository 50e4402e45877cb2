import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type PostgresBinaries, postgresBinaries } from './binaries.ts';
import { postgresUser, type RunAs } from './run-as.ts';

const run = promisify(execFile);
const PASSWORD_BYTES = 24;
export const SUPERUSER = 'postgres';
/** The same order and case rules on every machine, whatever its locales. */
const LOCALE = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

/** A cluster on disk, ready to be served. */
export interface Cluster {
  readonly folder: string;
  readonly password: string;
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
}

/**
 * The cluster in `folder`, made with a password of its own (kept in `<folder>-password`, mode 0600) where there is
 * none. Throws with what to do where it cannot be made or is of another major version.
 */
export async function ensureCluster(folder: string): Promise<Cluster> {
  const passwordFile = `${folder}-password`;
  const binaries = await postgresBinaries();
  const runAs = await postgresUser([binaries.postgres, folder]);
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) await initialise(folder, passwordFile, binaries, runAs);
  else await checkVersion(folder, version.trim(), binaries);
  return { folder, password: (await readFile(passwordFile, 'utf8')).trim(), binaries, runAs };
}

/** Made beside its place and moved there when it is whole: an interrupted start leaves nothing half made. */
async function initialise(
  folder: string,
  passwordFile: string,
  binaries: PostgresBinaries,
  runAs: RunAs,
): Promise<void> {
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, randomBytes(PASSWORD_BYTES).toString('base64url'), { mode: 0o600 });
  if (runAs.owner !== undefined) {
    for (const path of [draft, passwordFile]) await chown(path, runAs.owner.uid, runAs.owner.gid);
  }
  const wanted = [`--pgdata=${draft}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
  const { command, args } = runAs.wrap(binaries.initdb, [
    ...wanted,
    '--auth=scram-sha-256',
    ...LOCALE,
  ]);
  try {
    await run(command, args, { ...runAs.user });
  } catch (cause) {
    const { stderr = '', message } = cause as Error & { stderr?: string };
    throw new Error(`PostgreSQL cannot make its data in ${folder}: ${stderr.trim() || message}`, {
      cause,
    });
  }
  await rename(draft, folder);
}

async function checkVersion(
  folder: string,
  has: string,
  binaries: PostgresBinaries,
): Promise<void> {
  const { stdout } = await run(binaries.postgres, ['--version']);
  const runs = /(\d+)/.exec(stdout)?.[1];
  if (runs === has) return;
  throw new Error(
    `the data in ${folder} is of PostgreSQL ${has}, and this is ${runs}. Start the version of Adieu that made it, dump, and restore`,
  );
}
