import { openDatabase, type Database } from '@adieu/db';
import type { CommandPlace } from '@adieu/domain';
import { type Environment, readEnvironment } from '../environment.ts';
import { Failure } from '../failure.ts';
import { inRepository } from '../repository.ts';
import { dataFolder, type DataFolder, DEFAULT_DATA } from '../up/data-folder.ts';
import { type Endpoints, readEndpoints } from '../up/endpoints.ts';

/** What a command works on: what the environment names, else the Adieu that runs on the data folder. */
export interface Installation {
  readonly environment: Environment;
  readonly folder: DataFolder;
  readonly running: Endpoints | null;
  readonly databaseUrl: string;
}

/** Finds it, or fails with how to name it. */
export async function findInstallation(data: string): Promise<Installation> {
  const environment = readEnvironment(process.env, inRepository('.env'));
  const folder = dataFolder(data);
  const running = await readEndpoints(folder);
  const databaseUrl = environment.DATABASE_URL ?? running?.database;
  if (databaseUrl === undefined) {
    throw new Failure(
      `which database? Nothing runs on ${folder.root}: start it (npm start), name another --data, or set DATABASE_URL`,
    );
  }
  return { environment, folder, running, databaseUrl };
}

/** Where commands run that are to work on the same. */
export function placeOf({ environment, folder, running }: Installation): CommandPlace {
  const isUsual = folder.root === DEFAULT_DATA;
  const data = isUsual || environment.DATABASE_URL !== undefined ? null : folder.root;
  const publicUrl = environment.PUBLIC_URL ?? null;
  const elsewhere = publicUrl === null ? null : `${publicUrl}/graphql`;
  return { by: 'npm', data, graphql: isUsual && running ? null : (running?.graphql ?? elsewhere) };
}

/** Does the work with the database open. */
export async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase({ url, maxConnections: 4 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
