import type { KeyUse, NamedActor, Role } from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';

/** A key as it may be shown: nobody reads its secret again. */
export interface ApiKeyRow {
  readonly id: string;
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly role: Role | null;
  readonly uses: readonly KeyUse[];
  readonly createdAt: Date;
  readonly createdByKind: NamedActor['kind'];
  readonly createdBy: string;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly replacedBy: string | null;
}

export const COLUMNS = `id, organisation_id AS "organisationId", account_id AS "accountId", name, role, uses,
  created_at AS "createdAt", created_by_kind AS "createdByKind", created_by AS "createdBy", expires_at AS "expiresAt",
  last_used_at AS "lastUsedAt", revoked_at AS "revokedAt", replaced_by AS "replacedBy"`;

/** The keys of an organisation, the newest first; of one account alone, if one is named. */
export async function listApiKeys(
  sql: Sql,
  organisationId: string,
  page: {
    readonly first: number;
    readonly after: string | null;
    readonly accountId: string | null;
  },
): Promise<Listed<ApiKeyRow>> {
  const rows = await sql.rows<ApiKeyRow>(
    `SELECT ${COLUMNS} FROM api_key WHERE organisation_id = $1 AND ($2::uuid IS NULL OR id < $2)
       AND ($3::uuid IS NULL OR account_id = $3) ORDER BY id DESC LIMIT $4`,
    [organisationId, page.after, page.accountId, page.first + 1],
  );
  return listedOf(rows, page.first);
}

/** One key of an organisation; null where it has none of this id. */
export async function findApiKeyRow(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<ApiKeyRow | null> {
  const [row] = await sql.rows<ApiKeyRow>(
    `SELECT ${COLUMNS} FROM api_key WHERE organisation_id = $1 AND id = $2`,
    [organisationId, id],
  );
  return row ?? null;
}
