import { armSetupLink, type Database } from '@adieu/db';
import { createSecretToken } from '@adieu/keys';

/** Where an empty installation is set up; null where somebody is here already. Each call makes another link. */
export async function offerSetup(
  db: Database,
  publicUrl: string,
  now: Date,
): Promise<string | null> {
  const { secret, hash } = createSecretToken();
  return (await armSetupLink(db.sql, hash, now)) ? `${publicUrl}/setup/${secret}` : null;
}
