import type { DatabaseAccess } from '../database.ts';
import type { Transaction } from '../sql.ts';

const DEADLOCK = '40P01';
const MOST_ATTEMPTS = 10;

/**
 * One transaction, done again where PostgreSQL broke it off to let another go on. A batch of a list locks thousands of
 * addresses, in order of key as hand-overs do, and then their contacts and wishes, which others may lock before their
 * addresses. Nothing is kept of an attempt that was broken off.
 */
export async function despiteDeadlocks<T>(
  db: DatabaseAccess,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || (error as { code?: unknown }).code !== DEADLOCK) throw error;
    }
  }
}
