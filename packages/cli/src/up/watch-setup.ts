import { hasOrganisation, openDatabase } from '@adieu/db';

const LOOK_EVERY_MS = 1_000;

/** Calls `begun` once, when an empty installation has its first organisation. Gives what ends the watch. */
export async function watchSetup(
  databaseUrl: string,
  begun: () => Promise<void>,
): Promise<() => Promise<void>> {
  const db = await openDatabase({ url: databaseUrl, maxConnections: 1 });
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    // Where the database is away nobody begins either: the next look tells.
    const here = await hasOrganisation(db.sql).catch(() => false);
    if (here) await begun();
    else timer = setTimeout(next, LOOK_EVERY_MS);
  };
  const next = (): void => {
    looking = look();
  };
  next();
  return async () => {
    await looking;
    clearTimeout(timer);
    await db.close();
  };
}
