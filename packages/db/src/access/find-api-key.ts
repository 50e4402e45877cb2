import type { KeyUse, Role, Viewer } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { grantsOf } from './grants-of.ts';

export type KeyRefused = 'unknown' | 'revoked' | 'expired';

interface KeyRow {
  readonly id: string;
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly role: Role | null;
  readonly uses: readonly KeyUse[];
  readonly isRevoked: boolean;
  readonly isExpired: boolean;
  readonly isUseOld: boolean;
}

/** Whose key this is, or why it opens nothing. Asked at each call, so it is a prepared statement. */
export async function findApiKey(
  sql: Sql,
  keyHash: Buffer,
  now: Date,
): Promise<Viewer | { readonly refused: KeyRefused }> {
  const [row] = await sql.rows<KeyRow>(
    `SELECT id, organisation_id AS "organisationId", account_id AS "accountId", name, role, uses,
       revoked_at IS NOT NULL AS "isRevoked", expires_at <= $2 IS TRUE AS "isExpired",
       (last_used_at > $2::timestamptz - interval '1 minute') IS NOT TRUE AS "isUseOld"
     FROM api_key WHERE key_hash = $1`,
    [keyHash, now],
  );
  if (row === undefined) return { refused: 'unknown' };
  if (row.isRevoked) return { refused: 'revoked' };
  if (row.isExpired) return { refused: 'expired' };
  if (row.isUseOld) await writeUse(sql, row.id, now);
  return viewerOfKey(row);
}

/** The caller of a key whose id is known, while it is in force: of what was begun by it. */
export async function findKeyInForce(sql: Sql, id: string, now: Date): Promise<Viewer | null> {
  const [row] = await sql.rows<KeyRow>(
    `SELECT id, organisation_id AS "organisationId", account_id AS "accountId", name, role, uses
     FROM api_key WHERE id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`,
    [id, now],
  );
  return row === undefined ? null : viewerOfKey(row);
}

/** Which of these keys still open something. Asked again and again while changes are told, so prepared too. */
export async function keysInForce(
  sql: Sql,
  apiKeyIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `SELECT id FROM api_key WHERE id = ANY ($1::uuid[]) AND revoked_at IS NULL
       AND (expires_at IS NULL OR expires_at > $2)`,
    [apiKeyIds, now],
  );
  return rows.map(({ id }) => id);
}

/** At most once a minute: calls of the same moment ask for the row again, and find that one of them wrote it. */
async function writeUse(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.rows(
    `UPDATE api_key SET last_used_at = $2
     WHERE id = $1 AND (last_used_at > $2::timestamptz - interval '1 minute') IS NOT TRUE`,
    [id, now],
  );
}

function viewerOfKey(key: KeyRow): Viewer {
  const { id, organisationId, name } = key;
  return { kind: 'KEY', id, organisationId, name, grants: grantsOf(key) };
}
