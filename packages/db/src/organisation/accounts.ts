import type { Sql } from '../sql.ts';
import { type Account, AccountEntity } from './account.entity.ts';

/** The accounts of an organisation, or (`ids`) those of them, by name: those that are used, or those that are archived. */
export async function listAccounts(
  sql: Sql,
  organisationId: string,
  filter: { readonly archived: boolean; readonly ids: readonly string[] | null },
): Promise<Account[]> {
  const archivedAt = filter.archived ? { $ne: null } : null;
  const orderBy = { name: 'asc', id: 'asc' } as const;
  const among = filter.ids === null ? {} : { id: { $in: [...filter.ids] } };
  const where = { organisationId, archivedAt, deletedAt: null, ...among };
  return sql.em().find(AccountEntity, where, { orderBy });
}

/** An account of this organisation, archived ones too; null where there is none, or it is deleted. */
export async function findAccount(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<Account | null> {
  return sql.em().findOne(AccountEntity, { id, organisationId, deletedAt: null });
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
