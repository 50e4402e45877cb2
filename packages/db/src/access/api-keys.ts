import type { Role } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { ApiKeyEntity } from './api-key.entity.ts';

export interface ApiKeyOwner {
  readonly apiKeyId: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly name: string;
}

/** Stores the hash of a new key; the secret itself is the caller's to show once. */
export async function createApiKey(
  sql: Sql,
  input: { organisationId: string; role: Role; name: string; keyHash: Buffer },
): Promise<string> {
  return sql.em().insert(ApiKeyEntity, input);
}

/** Whose key this is; null for unknown and revoked ones. Asked at each call, so it is a prepared statement. */
export async function findApiKey(sql: Sql, keyHash: Buffer): Promise<ApiKeyOwner | null> {
  const [row] = await sql.rows<ApiKeyOwner>(
    `SELECT id AS "apiKeyId", organisation_id AS "organisationId", role, name FROM api_key
     WHERE key_hash = $1 AND revoked_at IS NULL`,
    [keyHash],
  );
  return row ?? null;
}

/** Whether a key that opens nothing did once. */
export async function wasRevoked(sql: Sql, keyHash: Buffer): Promise<boolean> {
  const rows = await sql.rows(
    'SELECT FROM api_key WHERE key_hash = $1 AND revoked_at IS NOT NULL',
    [keyHash],
  );
  return rows.length > 0;
}

/** Which of these keys still open something. Asked again and again while changes are told, so prepared too. */
export async function keysInForce(sql: Sql, apiKeyIds: readonly string[]): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    'SELECT id FROM api_key WHERE id = ANY ($1::uuid[]) AND revoked_at IS NULL',
    [apiKeyIds],
  );
  return rows.map(({ id }) => id);
}

/** From now on the key opens nothing. */
export async function revokeApiKey(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.em().nativeUpdate(ApiKeyEntity, { id, revokedAt: null }, { revokedAt: now });
}
