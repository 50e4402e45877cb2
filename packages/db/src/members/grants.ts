import type { MemberGrant } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** Whether the accounts that roles are for are all this organisation's. Asked before anything is written. */
export async function areOwnAccounts(
  sql: Sql,
  organisationId: string,
  grants: readonly MemberGrant[],
): Promise<boolean> {
  const ids = grants.map(({ accountId }) => accountId).filter((id) => id !== null);
  const known = await sql.rows(
    'SELECT FROM account WHERE organisation_id = $1 AND id = ANY ($2::uuid[])',
    [organisationId, ids],
  );
  return known.length === new Set(ids).size;
}

/** Gives a member these roles and no others. */
export async function setGrants(
  sql: Sql,
  memberId: string,
  grants: readonly MemberGrant[],
): Promise<void> {
  await sql.rows('DELETE FROM member_role WHERE member_id = $1', [memberId]);
  await sql.rows(
    `INSERT INTO member_role (member_id, role, account_id)
     SELECT $1, g.role, g.account_id FROM unnest($2::text[], $3::uuid[]) AS g(role, account_id) ON CONFLICT DO NOTHING`,
    [memberId, grants.map(({ right }) => right), grants.map(({ accountId }) => accountId)],
  );
}

/**
 * Whether nobody but this member administers the whole organisation. Locks the organisation's row first: of two
 * administrators who take each other's role away at once, the second is refused.
 */
export async function isLastAdmin(
  sql: Sql,
  organisationId: string,
  memberId: string,
): Promise<boolean> {
  await sql.rows('SELECT FROM organisation WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
  const admins = await sql.rows<{ id: string }>(
    `SELECT m.id FROM member m JOIN member_role r ON r.member_id = m.id AND r.role = 'ADMIN' AND r.account_id IS NULL
     WHERE m.organisation_id = $1 AND m.active AND m.accepted_at IS NOT NULL`,
    [organisationId],
  );
  return admins.length === 1 && admins[0]!.id === memberId;
}
