import { type Listed, listedOf } from '../listed.ts';
import type { Language } from '@adieu/domain';
import { LockMode } from '@mikro-orm/postgresql';
import { ReviewLinkEntity } from '../review/review-link.entity.ts';
import type { Sql, Transaction } from '../sql.ts';
import { type Member, MemberEntity } from './member.entity.ts';

/** What may be said of a member; `email` in its normal form, `digestSeconds` as `isDigestPeriod` allows. */
export interface MemberFields {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly digestSeconds: number;
}

/** Adds a person who is told of requests. `email-taken`: this organisation has one with that address. Gives the id. */
export async function inviteMember(
  sql: Sql,
  {
    organisationId,
    name,
    email,
    language,
    digestSeconds,
  }: MemberFields & { organisationId: string },
): Promise<{ memberId: string } | { refused: 'email-taken' }> {
  const [row] = await sql.rows<{ id: string }>(
    `INSERT INTO member (organisation_id, name, email, language, digest_seconds) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ON CONSTRAINT member_once DO NOTHING RETURNING id`,
    [organisationId, name, email, language, digestSeconds],
  );
  return row ? { memberId: row.id } : { refused: 'email-taken' };
}

/** Changes what is given and keeps the rest. Another address, or no activity any more, ends their links to the review. */
export async function changeMember(
  tx: Transaction,
  change: Partial<MemberFields> & {
    organisationId: string;
    memberId: string;
    active?: boolean;
  },
): Promise<{ changed: true } | { refused: 'not-found' | 'email-taken' }> {
  const { organisationId, memberId: id, ...given } = change;
  const em = tx.em();
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
  const person = await em.findOne(MemberEntity, { id, organisationId }, lock);
  if (person === null) return { refused: 'not-found' };
  const moves = given.email !== undefined && given.email !== person.email;
  if (moves && (await em.count(MemberEntity, { organisationId, email: given.email! })) > 0)
    return { refused: 'email-taken' };
  em.assign(person, given);
  await em.flush();
  if (moves || given.active === false) await em.nativeDelete(ReviewLinkEntity, { memberId: id });
  return { changed: true };
}

/** Forgets a person, and what they were told. Decisions keep the name they were made under. False where there is none. */
export async function removeMember(sql: Sql, organisationId: string, id: string): Promise<boolean> {
  return (await sql.em().nativeDelete(MemberEntity, { id, organisationId })) > 0;
}

/** One of this organisation; null where there is none. */
export async function findMember(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<Member | null> {
  return sql.em().findOne(MemberEntity, { id, organisationId });
}

/** One page of an organisation's, in the order they were added. */
export async function listMembers(
  sql: Sql,
  organisationId: string,
  page: { first: number; after: string | null },
): Promise<Listed<Member>> {
  const where = { organisationId, ...(page.after !== null && { id: { $gt: page.after } }) };
  const rows = await sql
    .em()
    .find(MemberEntity, where, { orderBy: { id: 'asc' }, limit: page.first + 1 });
  return listedOf(rows, page.first);
}
