import type { Transaction } from '../sql.ts';

/**
 * Before a chunk is begun: others may be under way, but whoever waits to end the import goes first. The row's lock alone
 * would never let them: as long as chunks overlap, each new one shares it with the one before.
 */
export async function besideOthers(tx: Transaction, importId: string): Promise<void> {
  await tx.rows('SELECT pg_advisory_xact_lock_shared(hashtextextended($1::text, 0))', [importId]);
}

/** Before an import is taken a step on: when the chunks that have begun are done, and before any other begins. */
export async function beforeOthers(tx: Transaction, importId: string): Promise<void> {
  await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1::text, 0))', [importId]);
}
