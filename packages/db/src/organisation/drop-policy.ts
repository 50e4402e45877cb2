import type { Sql } from '../sql.ts';
import { lockPolicyOwner, type PolicyTarget } from './set-policy.ts';

/**
 * Ends a book's own policy, or the default of an account or the organisation: from now on the next in the chain counts.
 * Its versions stay, and open requests keep the one they were judged by. `none-of-its-own`: it has none that could be dropped.
 */
export async function dropPolicy(
  sql: Sql,
  input: PolicyTarget & { organisationId: string; createdBy: string; reason: string | null },
): Promise<{ version: number } | { refused: 'not-found' | 'none-of-its-own' }> {
  const owner = await lockPolicyOwner(sql, input);
  if (owner === null) return { refused: 'not-found' };
  const ownerId = owner.addressBookId ?? owner.accountId ?? owner.organisationId;
  const [row] = await sql.rows<{ version: number }>(DROP, [
    ownerId,
    owner.purpose,
    input.createdBy,
    input.reason,
  ]);
  return row === undefined ? { refused: 'none-of-its-own' } : { version: row.version };
}

const DROP = `
  INSERT INTO opt_out_policy (address_book_id, account_id, organisation_id, purpose, version, mode, review_seconds,
    on_timeout, remind_before_seconds, tell, reactivation, created_by, reason, dropped)
  SELECT address_book_id, account_id, organisation_id, purpose, version + 1, mode, review_seconds,
    on_timeout, remind_before_seconds, tell, reactivation, $3, $4, true
  FROM (SELECT * FROM opt_out_policy WHERE owner_id = $1 AND purpose = $2 ORDER BY version DESC LIMIT 1) latest
  WHERE NOT dropped RETURNING version`;
