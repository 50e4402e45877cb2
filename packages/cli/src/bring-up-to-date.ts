import { migrate, UnknownLayout } from '@adieu/db';
import { Failure } from './failure.ts';
import type { DataFolder } from './up/data-folder.ts';

/**
 * Brings the database up to date and gives the names of what ran. `folder` is where it lies, or null where it is a server
 * of somebody else's. Fails with how to begin anew where this version cannot go on from it.
 */
export async function bringUpToDate(url: string, folder: DataFolder | null): Promise<string[]> {
  try {
    return await migrate(url);
  } catch (cause) {
    if (!(cause instanceof UnknownLayout)) throw cause;
    const how =
      folder === null
        ? 'Name another database in DATABASE_URL'
        : `It lies in ${folder.root}: move that folder away, or name another (npm start -- --data DIR)`;
    throw new Failure(`${cause.message}. ${how}`, { cause });
  }
}
