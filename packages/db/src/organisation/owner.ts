import type { Sql } from '../sql.ts';

/** Tables whose rows are asked for by id alone: by whoever runs the installation, never by one of its tenants. */
const TABLES = {
  optout: 'opt_out_request',
  proof: 'double_opt_in_proof',
  consent: 'consent_record',
} as const;

export type OwnedKind = keyof typeof TABLES;

/** Whose a request, a proof or a consent is; null where there is none of this id. */
export async function ownerOf(
  sql: Sql,
  kind: OwnedKind,
  id: string,
): Promise<{ organisationId: string } | null> {
  const [owner] = await sql.rows<{ organisationId: string }>(
    `SELECT organisation_id AS "organisationId" FROM ${TABLES[kind]} WHERE id = $1`,
    [id],
  );
  return owner ?? null;
}

export interface BookOwner {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** The account's; null where it never said. */
  readonly country: string | null;
}

/** A book with whose it is; null where there is none of this id. */
export async function ownerOfBook(sql: Sql, id: string): Promise<BookOwner | null> {
  const [book] = await sql.rows<BookOwner>(
    `SELECT b.id, o.id AS "organisationId", o.name AS "organisationName", a.country FROM address_book b
     JOIN account a ON a.id = b.account_id JOIN organisation o ON o.id = a.organisation_id WHERE b.id = $1`,
    [id],
  );
  return book ?? null;
}

export async function organisationExists(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql.rows('SELECT 1 FROM organisation WHERE id = $1', [id]);
  return rows.length > 0;
}
