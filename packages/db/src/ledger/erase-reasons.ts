import type { Sql } from '../sql.ts';

/**
 * Erases the free text that the ledger holds about a recipient: reasons and the salts of their hashes. The hashes stay,
 * so every seal still verifies, and nobody can try guesses against them (G-3, G-9). Gives how many events had one.
 */
export async function eraseReasons(
  sql: Sql,
  recipient: { readonly organisationId: string; readonly recipientId: string },
): Promise<number> {
  const rows = await sql.rows(
    `UPDATE ledger_event SET reason = NULL, reason_salt = NULL
     WHERE organisation_id = $1 AND recipient_id = $2 AND reason IS NOT NULL RETURNING 1`,
    [recipient.organisationId, recipient.recipientId],
  );
  return rows.length;
}
