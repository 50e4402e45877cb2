import type { MemberGrant, Language } from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';
import { GRANTS } from './reach.sql.ts';

/** What may be said of a member; `email` in its normal form, `digestSeconds` as `isDigestPeriod` allows. */
export interface MemberFields {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly digestSeconds: number;
}

/** A member with what they may and where they stand. */
export interface Member extends MemberFields {
  readonly id: string;
  readonly active: boolean;
  readonly grants: readonly MemberGrant[];
  /** Null until they proved that the address is theirs. */
  readonly acceptedAt: Date | null;
  /** Of an invitation that was not accepted yet; null where there is none. It may be past. */
  readonly invitationExpiresAt: Date | null;
  readonly lastDigestAt: Date | null;
  /** When a session of theirs was last used. */
  readonly seenAt: Date | null;
}

const MEMBERS = `
  SELECT m.id, m.name, m.email, m.language, m.digest_seconds AS "digestSeconds", m.active, m.accepted_at AS "acceptedAt",
    m.last_digest_at AS "lastDigestAt", i.expires_at AS "invitationExpiresAt",
    (SELECT max(s.seen_at) FROM member_session s WHERE s.member_id = m.id) AS "seenAt",
    ${GRANTS('m.id')} AS grants
  FROM member m LEFT JOIN invitation i ON i.member_id = m.id`;

/** One of this organisation; null where there is none. */
export async function findMember(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<Member | null> {
  const [row] = await sql.rows<Member>(`${MEMBERS} WHERE m.organisation_id = $1 AND m.id = $2`, [
    organisationId,
    id,
  ]);
  return row ?? null;
}

/** One page of an organisation's, in the order they were added. */
export async function listMembers(
  sql: Sql,
  organisationId: string,
  page: { first: number; after: string | null },
): Promise<Listed<Member>> {
  const rows = await sql.rows<Member>(
    `${MEMBERS} WHERE m.organisation_id = $1 AND ($2::uuid IS NULL OR m.id > $2) ORDER BY m.id LIMIT $3`,
    [organisationId, page.after, page.first + 1],
  );
  return listedOf(rows, page.first);
}
