import type { Language } from '@adieu/domain';
import type { AdminPerson } from './admin-person.entity.ts';
import type { Sql } from '../sql.ts';

const COLUMNS = `id, organisation_id AS "organisationId", name, email, language, digest_seconds AS "digestSeconds", active,
  last_digest_at AS "lastDigestAt", created_at AS "createdAt"`;

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
  input: AdminPersonFields & { organisationId: string },
): Promise<{ adminPersonId: string } | { refused: 'email-taken' }> {
  const [row] = await sql.rows<{ id: string }>(
    `INSERT INTO admin_person (organisation_id, name, email, language, digest_seconds) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ON CONSTRAINT admin_person_once DO NOTHING RETURNING id`,
    [input.organisationId, input.name, input.email, input.language, input.digestSeconds],
  );
  return row ? { adminPersonId: row.id } : { refused: 'email-taken' };
}

/** Changes what is given and keeps the rest. Another address, or no activity any more, ends his links to the review. */
export async function changeAdminPerson(
  sql: Sql,
  change: Partial<AdminPersonFields> & {
    organisationId: string;
    adminPersonId: string;
    active?: boolean;
  },
): Promise<{ changed: true } | { refused: 'not-found' | 'email-taken' }> {
  const { organisationId, adminPersonId, email = null } = change;
  const [found] = await sql.rows<{ taken: boolean; moves: boolean }>(
    `SELECT EXISTS (SELECT FROM admin_person o WHERE o.organisation_id = $1 AND o.email = $3 AND o.id <> $2) AS taken,
       coalesce(email <> $3, false) AS moves
     FROM admin_person WHERE organisation_id = $1 AND id = $2 FOR UPDATE`,
    [organisationId, adminPersonId, email],
  );
  if (found === undefined) return { refused: 'not-found' };
  if (found.taken) return { refused: 'email-taken' };
  await sql.rows(
    `UPDATE admin_person SET name = coalesce($2, name), email = coalesce($3, email), language = coalesce($4, language),
       digest_seconds = coalesce($5, digest_seconds), active = coalesce($6, active) WHERE id = $1`,
    [
      adminPersonId,
      change.name ?? null,
      email,
      change.language ?? null,
      change.digestSeconds ?? null,
      change.active ?? null,
    ],
  );
  await sql.rows(
    'DELETE FROM review_link WHERE admin_person_id = $1 AND ($2::boolean OR $3::boolean IS FALSE)',
    [adminPersonId, found.moves, change.active ?? null],
  );
  return { changed: true };
}

/** Forgets a person, and what he was told. Decisions keep the name they were made under. False where there is none. */
export async function removeAdminPerson(
  sql: Sql,
  organisationId: string,
  adminPersonId: string,
): Promise<boolean> {
  const rows = await sql.rows(
    'DELETE FROM admin_person WHERE organisation_id = $1 AND id = $2 RETURNING 1',
    [organisationId, adminPersonId],
  );
  return rows.length > 0;
}

/** One of this organisation; null where there is none. */
export async function findAdminPerson(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<AdminPerson | null> {
  const [row] = await sql.rows<AdminPerson>(
    `SELECT ${COLUMNS} FROM admin_person WHERE organisation_id = $1 AND id = $2`,
    [organisationId, id],
  );
  return row ?? null;
}

/** One page of an organisation's, in the order they were added. */
export async function listAdminPersons(
  sql: Sql,
  organisationId: string,
  page: { first: number; after: string | null },
): Promise<{ rows: AdminPerson[]; hasNext: boolean }> {
  const rows = await sql.rows<AdminPerson>(
    `SELECT ${COLUMNS} FROM admin_person
     WHERE organisation_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
    [organisationId, page.after, page.first + 1],
  );
  return { rows: rows.slice(0, page.first), hasNext: rows.length > page.first };
}
