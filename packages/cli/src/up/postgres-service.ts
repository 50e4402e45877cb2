import {
  answers,
  type Cluster,
  databaseUrl,
  ensureCluster,
  serverFacts,
  serverLaunch,
} from '@adieu/postgres';
import { Failure } from '../failure.ts';
import type { DataFolder } from './data-folder.ts';
import type { Service } from './service.ts';

export const DATABASE = 'adieu';
const LEAST_VERSION = 180_000;

/** The data folder's cluster, made on the first start. */
export async function openCluster(folder: DataFolder): Promise<Cluster> {
  try {
    return await ensureCluster(folder.postgres);
  } catch (cause) {
    throw new Failure((cause as Error).message, { cause });
  }
}

/** Its server. */
export function postgresService(cluster: Cluster, port: number): Service {
  return {
    name: 'postgres',
    ...serverLaunch(cluster, port),
    stopBy: 'SIGINT',
    probe: () => answers(databaseUrl(cluster, port, 'postgres')),
    // What it says of its every start and end is no news, nor that it refuses our own probes until then.
    hide: (line) =>
      line.includes('starting up') || !/\b(FATAL|PANIC|interrupted|redo done)\b/.test(line),
  };
}

const AS_OWNER =
  'the processes connect as the owner of the database, who can switch off what its tables refuse: docs/operations.md ' +
  'says how to give them a role of their own';
const LEAVES_ITS_ROLE =
  'an expression may change settings in this database, so that row-level security holds whoever gets SQL into a statement to ' +
  'no organisation: docs/operations.md has the REVOKE for it';

/** Fails with what is wrong where a server of somebody else's cannot be used. Gives what to warn of. */
export async function checkOwnDatabase(url: string): Promise<readonly string[]> {
  try {
    const { number, name, role, isSuperuser, ...facts } = await serverFacts(url);
    if (number < LEAST_VERSION) {
      throw new Error(`it is PostgreSQL ${name}, and 18 is the oldest that will do`);
    }
    if (isSuperuser) {
      throw new Error(
        `its role ${role} is a superuser, whom nothing in it binds: docs/operations.md says how to make roles for Adieu`,
      );
    }
    if (facts.isOwner) return [AS_OWNER];
    return facts.mayChangeSettings ? [LEAVES_ITS_ROLE] : [];
  } catch (cause) {
    throw new Failure(`the database in DATABASE_URL cannot be used: ${(cause as Error).message}`, {
      cause,
    });
  }
}
