import { bringUpToDate } from '../bring-up-to-date.ts';
import { findInstallation } from './connection.ts';

/** Brings the database up to date and names what ran. */
export async function runMigrate(data: string): Promise<void> {
  const { databaseUrl, folder, environment } = await findInstallation(data);
  const ran = await bringUpToDate(
    databaseUrl,
    environment.DATABASE_URL === undefined ? folder : null,
  );
  console.log(ran.length === 0 ? 'up to date' : `ran ${ran.join(', ')}`);
}
