import type { Sql, Transaction } from '../sql.ts';

/**
 * The recipients that are other addresses of the same persons: what this one's contacts have on other channels, also
 * contacts that were removed from their book. By id. Not theirs in turn: a number that two persons share makes them no one.
 */
async function otherAddresses(
  sql: Sql,
  organisationId: string,
  recipientId: string,
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `SELECT DISTINCT r.id FROM contact_address mine
     JOIN contact_address other ON other.contact_id = mine.contact_id
     JOIN recipient r ON r.id = other.recipient_id
     WHERE mine.recipient_id = $2 AND r.id <> $2 AND r.organisation_id = $1 ORDER BY r.id`,
    [organisationId, recipientId],
  );
  return rows.map(({ id }) => id);
}

/**
 * The recipient and the other addresses of the same person, all of them locked, in order of their key as everything does
 * that locks several; nobody adds to a contact without the lock of an address that it has. By id.
 */
export async function lockPerson(
  tx: Transaction,
  organisationId: string,
  recipientId: string,
): Promise<string[]> {
  for (let locked: readonly string[] = []; ;) {
    const ids = [recipientId, ...(await otherAddresses(tx, organisationId, recipientId))];
    // Whoever held one of them may have given the person another: what is read with the locks alone is all.
    if (ids.every((id) => locked.includes(id))) return ids;
    await tx.rows(
      'SELECT 1 FROM recipient WHERE id = ANY ($1::uuid[]) ORDER BY address_key FOR NO KEY UPDATE',
      [ids],
    );
    locked = ids;
  }
}
