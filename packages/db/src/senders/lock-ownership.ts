import type { Sql } from '../sql.ts';

/**
 * Until the end of the transaction nobody else proves, gives or takes what is sent from: a domain, a number, a text, a short code. A
 * release or a resumption, which takes it `shared`, therefore either is seen by whoever takes it away, or sees that it is
 * gone. Not the row: a part of a domain or a keyword may be taken by a row that is not there yet.
 */
export async function lockOwnership(sql: Sql, how: 'alone' | 'shared'): Promise<void> {
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await sql.rows(`SELECT ${lock}(hashtext('sender_ownership'))`);
}
