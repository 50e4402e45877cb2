import type { KeyUse, NamedActor, Role } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { ApiKeyEntity } from './api-key.entity.ts';

export interface NewApiKey {
  readonly organisationId: string;
  readonly name: string;
  /** Either a role, or uses. */
  readonly role?: Role | null;
  readonly uses?: readonly KeyUse[];
  /** Not given: all accounts. */
  readonly accountId?: string | null;
  /** Not given: no end. */
  readonly expiresAt?: Date | null;
  readonly keyHash: Buffer;
  readonly createdBy: NamedActor;
}

/** Stores the hash of a new key; the secret itself is the caller's to show once. Gives the id. */
export async function createApiKey(sql: Sql, { createdBy, ...key }: NewApiKey): Promise<string> {
  return sql.em().insert(ApiKeyEntity, {
    ...key,
    uses: [...(key.uses ?? [])],
    createdByKind: createdBy.kind,
    createdBy: createdBy.name,
  });
}

/** From now on the key opens nothing. */
export async function revokeApiKey(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.em().nativeUpdate(ApiKeyEntity, { id, revokedAt: null }, { revokedAt: now });
}
