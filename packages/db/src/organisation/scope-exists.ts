import type { ScopeKind } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** Whether a scope is this organisation's. Asked before an address is kept for its sake. */
export async function scopeExists(
  sql: Sql,
  organisationId: string,
  scope: { readonly kind: ScopeKind; readonly id: string },
): Promise<boolean> {
  const rows = await sql.rows(
    `SELECT 1 WHERE CASE $2::text
       WHEN 'TOPIC' THEN EXISTS (SELECT FROM topic t JOIN account a ON a.id = t.account_id WHERE t.id = $3::uuid AND a.organisation_id = $1::uuid)
       WHEN 'BOOK' THEN EXISTS (SELECT FROM address_book b JOIN account a ON a.id = b.account_id WHERE b.id = $3::uuid AND a.organisation_id = $1::uuid)
       WHEN 'ACCOUNT' THEN EXISTS (SELECT FROM account WHERE id = $3::uuid AND organisation_id = $1::uuid)
       ELSE $3::uuid = $1::uuid END`,
    [organisationId, scope.kind, scope.id],
  );
  return rows.length > 0;
}
