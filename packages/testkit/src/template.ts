import { ENGINE_ROLE } from '@adieu/postgres';
import { startPostgres } from './postgres.ts';
import type { Part } from './parts.ts';

const TEMPLATE = 'adieu_template';

/** A PostgreSQL with a migrated database that is only ever copied; its address is that database's URL, as the superuser. */
export async function startTemplate(): Promise<Part> {
  // Read only when a test asks: most runs of a few files need none of it.
  const { migrate } = await import('@adieu/db');
  const postgres = await startPostgres();
  try {
    // By its owner, as the product does: what needs a superuser there fails here.
    const { owner } = await postgres.createWithRoles(TEMPLATE);
    await migrate(owner, ENGINE_ROLE);
    return { address: postgres.url(TEMPLATE), stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
