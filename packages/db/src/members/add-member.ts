import { type MemberGrant, USUAL_GRANTS } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { areOwnAccounts, setGrants } from './grants.ts';
import type { MemberFields } from './members.ts';

export interface MemberToAdd extends MemberFields {
  readonly organisationId: string;
  /** Not given: they decide about requests of every account. */
  readonly grants?: readonly MemberGrant[];
  /** They are yet to prove that the address is theirs. */
  readonly isInvited?: boolean;
}

/**
 * Adds a member without a mail. `email-taken`: this organisation has one with that address; `account-not-found`: a role is
 * for an account of somebody else. Gives the id. In the caller's transaction.
 */
export async function addMember(
  sql: Sql,
  member: MemberToAdd,
): Promise<{ memberId: string } | { refused: 'email-taken' | 'account-not-found' }> {
  const { organisationId, name, email, language, digestSeconds } = member;
  const grants = member.grants ?? USUAL_GRANTS;
  if (!(await areOwnAccounts(sql, organisationId, grants))) return { refused: 'account-not-found' };
  const [row] = await sql.rows<{ id: string }>(
    `INSERT INTO member (organisation_id, name, email, language, digest_seconds, accepted_at)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN NULL ELSE now() END) ON CONFLICT ON CONSTRAINT member_once DO NOTHING RETURNING id`,
    [organisationId, name, email, language, digestSeconds, member.isInvited ?? false],
  );
  if (row === undefined) return { refused: 'email-taken' };
  await setGrants(sql, row.id, grants);
  return { memberId: row.id };
}
