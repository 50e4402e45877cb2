import { migrate } from '@adieu/db';
import { findInstallation } from './connection.ts';

/** Brings the database up to date and names what ran. */
export async function runMigrate(data: string): Promise<void> {
  const { databaseUrl } = await findInstallation(data);
  const ran = await migrate(databaseUrl);
  console.log(ran.length === 0 ? 'up to date' : `ran ${ran.join(', ')}`);
}
