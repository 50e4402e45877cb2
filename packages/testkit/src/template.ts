import { startPostgres } from './postgres.ts';
import type { Part } from './parts.ts';

/** A PostgreSQL with a migrated database that is only ever copied; its address is that database's URL. */
export async function startTemplate(): Promise<Part> {
  // Read only when a test asks: most runs of a few files need none of it.
  const { migrate } = await import('@adieu/db');
  const postgres = await startPostgres();
  try {
    const address = await postgres.createDatabase('adieu_template');
    await migrate(address);
    return { address, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
