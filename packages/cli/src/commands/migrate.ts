import { bringUpToDate, type DatabaseRoles } from '../bring-up-to-date.ts';
import { DATABASE, openCluster } from '../up/postgres-service.ts';
import { findInstallation, type Installation } from './connection.ts';
import { roleUrls } from '@adieu/postgres';

/** Brings the database up to date and names what ran. */
export async function runMigrate(data: string): Promise<void> {
  const installation = await findInstallation(data);
  const { folder, environment } = installation;
  const ran = await bringUpToDate(
    await rolesOf(installation),
    environment.DATABASE_URL === undefined ? folder : null,
  );
  console.log(ran.length === 0 ? 'up to date' : `ran ${ran.join(', ')}`);
}

/** What runs here publishes the processes' role alone; its owner's password is made of the cluster's. */
async function rolesOf({ databaseUrl, environment, folder }: Installation): Promise<DatabaseRoles> {
  const { DATABASE_URL: given, DATABASE_OWNER_URL: owner } = environment;
  if (given !== undefined) return { owner: owner ?? given, engine: given };
  return roleUrls(await openCluster(folder), Number(new URL(databaseUrl).port), DATABASE);
}
