import type { Account } from './account.entity.ts';
import type { Sql } from '../sql.ts';

/** The accounts of an organisation, by name; archived ones are left out. */
export async function listAccounts(sql: Sql, organisationId: string): Promise<Account[]> {
  return sql.rows(
    `SELECT id, organisation_id AS "organisationId", name, sender_address AS "senderAddress",
       default_language AS "defaultLanguage", keeps_own_list AS "keepsOwnList", country, time_zone AS "timeZone",
       created_at AS "createdAt",
       archived_at AS "archivedAt", deleted_at AS "deletedAt"
     FROM account a WHERE organisation_id = $1 AND archived_at IS NULL ORDER BY a.name, a.id`,
    [organisationId],
  );
}

/** An account of this organisation, archived ones too; null where there is none. */
export async function findAccount(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<Pick<Account, 'id' | 'name' | 'defaultLanguage'> | null> {
  const [row] = await sql.rows<Pick<Account, 'id' | 'name' | 'defaultLanguage'>>(
    'SELECT id, name, default_language AS "defaultLanguage" FROM account WHERE id = $1 AND organisation_id = $2',
    [id, organisationId],
  );
  return row ?? null;
}

/** Puts those who change an account at once in order. False where this organisation has no such account. */
export async function lockAccount(
  sql: Sql,
  organisationId: string,
  accountId: string,
): Promise<boolean> {
  const rows = await sql.rows(
    'SELECT 1 FROM account WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE',
    [accountId, organisationId],
  );
  return rows.length > 0;
}
