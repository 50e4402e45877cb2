import type { SignUpFormText } from '@adieu/domain';
import type { Sql } from '../sql.ts';

export interface SignUpForm extends SignUpFormText {
  readonly id: string;
  readonly organisationId: string;
  readonly accountId: string;
  readonly addressBookId: string;
  /** Counted by the database: one more with each change of the declaration. */
  readonly declarationVersion: number;
}

const COLUMNS = `
  f.id, a.organisation_id AS "organisationId", a.id AS "accountId", f.address_book_id AS "addressBookId", f.title, f.declaration,
  f.declaration_version AS "declarationVersion", f.languages, f.origins, f.redirect_url AS "redirectUrl"`;

/** Makes a form of a live marketing book; null where the organisation has none of this id. */
export async function createSignUpForm(
  sql: Sql,
  form: SignUpFormText & {
    readonly organisationId: string;
    readonly addressBookId: string;
    readonly now: Date;
  },
): Promise<string | null> {
  const { title, declaration, languages, origins, redirectUrl } = form;
  const [row] = await sql.rows<{ id: string }>(
    `INSERT INTO sign_up_form (address_book_id, title, declaration, languages, origins, redirect_url, created_at)
     SELECT b.id, $3, $4, ARRAY(SELECT jsonb_array_elements_text($5::jsonb)),
       ARRAY(SELECT jsonb_array_elements_text($6::jsonb)), $7, $8::timestamptz
     FROM address_book b JOIN account a ON a.id = b.account_id
     WHERE a.organisation_id = $1 AND b.id = $2 AND b.purpose = 'MARKETING'
       AND b.archived_at IS NULL AND a.archived_at IS NULL
     RETURNING id`,
    [
      form.organisationId,
      form.addressBookId,
      title,
      declaration,
      JSON.stringify(languages),
      JSON.stringify(origins),
      redirectUrl,
      form.now,
    ],
  );
  return row?.id ?? null;
}

/** A form that people may use now; null where it, its book or its account is archived, or there is none. */
export async function findSignUpForm(sql: Sql, id: string): Promise<SignUpForm | null> {
  const [row] = await sql.rows<SignUpForm>(
    `SELECT ${COLUMNS} FROM sign_up_form f
     JOIN address_book b ON b.id = f.address_book_id JOIN account a ON a.id = b.account_id
     WHERE f.id = $1 AND f.archived_at IS NULL AND b.archived_at IS NULL AND a.archived_at IS NULL`,
    [id],
  );
  return row ?? null;
}

/** Closes a form; what was asked by it goes on. False where the organisation has no open one of this id. */
export async function archiveSignUpForm(
  sql: Sql,
  input: { readonly organisationId: string; readonly id: string; readonly now: Date },
): Promise<boolean> {
  const rows = await sql.rows(
    `UPDATE sign_up_form f SET archived_at = $3 FROM address_book b JOIN account a ON a.id = b.account_id
     WHERE b.id = f.address_book_id AND a.organisation_id = $1 AND f.id = $2 AND f.archived_at IS NULL RETURNING 1`,
    [input.organisationId, input.id, input.now],
  );
  return rows.length > 0;
}

/** The open forms of a book, the oldest first. */
export async function listSignUpForms(sql: Sql, addressBookId: string): Promise<SignUpForm[]> {
  return sql.rows(
    `SELECT ${COLUMNS} FROM sign_up_form f
     JOIN address_book b ON b.id = f.address_book_id JOIN account a ON a.id = b.account_id
     WHERE f.address_book_id = $1 AND f.archived_at IS NULL ORDER BY f.id LIMIT 100`,
    [addressBookId],
  );
}
