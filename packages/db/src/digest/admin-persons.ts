import { type Listed, listedOf } from '../listed.ts';
import type { Language } from '@adieu/domain';
import { LockMode } from '@mikro-orm/postgresql';
import { ReviewLinkEntity } from '../review/review-link.entity.ts';
import type { Sql, Transaction } from '../sql.ts';
import { type AdminPerson, AdminPersonEntity } from './admin-person.entity.ts';

/** What may be said of an admin person; `email` in its normal form, `digestSeconds` as `isDigestPeriod` allows. */
export interface AdminPersonFields {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly digestSeconds: number;
}

/** Adds a person who is told of requests. `email-taken`: this organisation has one with that address. Gives the id. */
export async function addAdminPerson(
  sql: Sql,
  {
    organisationId,
    name,
    email,
    language,
    digestSeconds,
  }: AdminPersonFields & { organisationId: string },
): Promise<{ adminPersonId: string } | { refused: 'email-taken' }> {
  const [row] = await sql.rows<{ id: string }>(
    `INSERT INTO admin_person (organisation_id, name, email, language, digest_seconds) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ON CONSTRAINT admin_person_once DO NOTHING RETURNING id`,
    [organisationId, name, email, language, digestSeconds],
  );
  return row ? { adminPersonId: row.id } : { refused: 'email-taken' };
}

/** Changes what is given and keeps the rest. Another address, or no activity any more, ends their links to the review. */
export async function changeAdminPerson(
  tx: Transaction,
  change: Partial<AdminPersonFields> & {
    organisationId: string;
    adminPersonId: string;
    active?: boolean;
  },
): Promise<{ changed: true } | { refused: 'not-found' | 'email-taken' }> {
  const { organisationId, adminPersonId: id, ...given } = change;
  const em = tx.em();
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
  const person = await em.findOne(AdminPersonEntity, { id, organisationId }, lock);
  if (person === null) return { refused: 'not-found' };
  const moves = given.email !== undefined && given.email !== person.email;
  if (moves && (await em.count(AdminPersonEntity, { organisationId, email: given.email! })) > 0)
    return { refused: 'email-taken' };
  em.assign(person, given);
  await em.flush();
  if (moves || given.active === false)
    await em.nativeDelete(ReviewLinkEntity, { adminPersonId: id });
  return { changed: true };
}

/** Forgets a person, and what they were told. Decisions keep the name they were made under. False where there is none. */
export async function removeAdminPerson(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<boolean> {
  return (await sql.em().nativeDelete(AdminPersonEntity, { id, organisationId })) > 0;
}

/** One of this organisation; null where there is none. */
export async function findAdminPerson(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<AdminPerson | null> {
  return sql.em().findOne(AdminPersonEntity, { id, organisationId });
}

/** One page of an organisation's, in the order they were added. */
export async function listAdminPersons(
  sql: Sql,
  organisationId: string,
  page: { first: number; after: string | null },
): Promise<Listed<AdminPerson>> {
  const where = { organisationId, ...(page.after !== null && { id: { $gt: page.after } }) };
  const rows = await sql
    .em()
    .find(AdminPersonEntity, where, { orderBy: { id: 'asc' }, limit: page.first + 1 });
  return listedOf(rows, page.first);
}
