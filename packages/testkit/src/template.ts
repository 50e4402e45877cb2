import { startPostgres } from './postgres.ts';
import type { Part } from './parts.ts';

const TEMPLATE = 'adieu_template';

/** A PostgreSQL with a migrated database that is only ever copied; its address is that database's URL, as the superuser. */
export async function startTemplate(): Promise<Part> {
  const postgres = await startPostgres();
  try {
    await postgres.createMigrated(TEMPLATE);
    return { address: postgres.url(TEMPLATE), stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
