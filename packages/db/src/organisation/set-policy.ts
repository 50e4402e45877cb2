import { type OptOutPolicy, type PolicyRefusal, type Purpose, refusePolicy } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** Adds a version of a book's policy; open requests keep the one they were judged by. */
export async function setPolicy(
  sql: Sql,
  input: { organisationId: string; addressBookId: string; policy: OptOutPolicy; createdBy: string },
): Promise<{ version: number } | { refused: PolicyRefusal | 'not-found' }> {
  const { policy } = input;
  // The lock puts two admins who save at once in order: each gets a version of its own.
  const [book] = await sql.rows<{ purpose: Purpose }>(
    `SELECT b.purpose FROM address_book b JOIN account a ON a.id = b.account_id
     WHERE b.id = $1 AND a.organisation_id = $2 FOR UPDATE OF b`,
    [input.addressBookId, input.organisationId],
  );
  if (book === undefined) return { refused: 'not-found' };
  const refused = refusePolicy(book.purpose, policy);
  if (refused !== null) return { refused };
  const [row] = await sql.rows<{ version: number }>(
    `INSERT INTO opt_out_policy (address_book_id, version, mode, review_seconds, on_timeout, created_by)
     SELECT $1, 1 + coalesce(max(version), 0), $2, $3, $4, $5 FROM opt_out_policy WHERE address_book_id = $1
     RETURNING version`,
    [input.addressBookId, policy.mode, policy.reviewSeconds, policy.onTimeout, input.createdBy],
  );
  return { version: row!.version };
}
