import type { Sql, Transaction } from '../sql.ts';

/**
 * The recipients that are other addresses of the same persons: what this one's contacts have on other channels, also
 * contacts that were removed from their book. By id. Not theirs in turn: a number that two persons share makes them no one.
 * By a message of theirs also what took the place of this one since: whose mail it was is still that contact.
 */
async function otherAddresses(
  sql: Sql,
  organisationId: string,
  recipientId: string,
  messageId: string | null,
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `SELECT r.id FROM contact_address mine
     JOIN contact_address other ON other.contact_id = mine.contact_id
     JOIN recipient r ON r.id = other.recipient_id
     WHERE mine.recipient_id = $2 AND r.id <> $2 AND r.organisation_id = $1
     UNION
     SELECT x.recipient_id FROM message m JOIN contact_address x ON x.contact_id = m.contact_id
     WHERE m.id = $3::uuid AND m.recipient_id = $2 AND x.recipient_id <> $2 ORDER BY 1`,
    [organisationId, recipientId, messageId],
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
  messageId: string | null = null,
): Promise<string[]> {
  for (let locked: readonly string[] = []; ;) {
    const ids = [
      recipientId,
      ...(await otherAddresses(tx, organisationId, recipientId, messageId)),
    ];
    // Whoever held one of them may have given the person another: what is read with the locks alone is all.
    if (ids.every((id) => locked.includes(id))) return ids;
    await tx.rows(
      'SELECT 1 FROM recipient WHERE id = ANY ($1::uuid[]) ORDER BY address_key FOR NO KEY UPDATE',
      [ids],
    );
    locked = ids;
  }
}
