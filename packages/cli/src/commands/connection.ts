import { openDatabase, type Database } from '@adieu/db';
import { type Environment, readEnvironment } from '../environment.ts';
import { Failure } from '../failure.ts';
import { inRepository } from '../repository.ts';
import { dataFolder, type DataFolder } from '../up/data-folder.ts';
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

/** Does the work with the database open. */
export async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase({ url, maxConnections: 4 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
