import type { Sql } from '../sql.ts';

/**
 * Has PostgreSQL count the contacts anew, after many were added at once. Its own autovacuum comes within a minute or more; who
 * released a campaign before that had an audience of 20,000 read contact by contact, for minutes.
 */
export async function analyzeContacts(sql: Sql): Promise<void> {
  await sql.rows('ANALYZE recipient, contact, contact_address, suppression');
}
