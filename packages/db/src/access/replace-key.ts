import type { KeyProblem, NamedActor } from '@adieu/domain';
import type { Sql, Transaction } from '../sql.ts';
import { createApiKey } from './api-keys.ts';
import { type ApiKeyRow, COLUMNS } from './list-api-keys.ts';

export interface Rotation {
  readonly id: string;
  /** Whose it has to be; not given: anybody’s. */
  readonly organisationId?: string | null;
  readonly keyHash: Buffer;
  readonly overlapSeconds: number;
  readonly by: NamedActor;
  readonly now: Date;
}

/**
 * A new key with all that an old one gives; the old one works on for `overlapSeconds`, or until its own end where that comes
 * first. Who may ask for it is the caller's to know.
 */
export async function replaceKey(
  tx: Transaction,
  { id, organisationId: whose = null, keyHash, overlapSeconds, by, now }: Rotation,
): Promise<{ id: string } | { refused: KeyProblem | 'not-found' }> {
  const [old] = await tx.rows<ApiKeyRow>(
    `SELECT ${COLUMNS} FROM api_key WHERE id = $1 AND ($2::uuid IS NULL OR organisation_id = $2) FOR UPDATE`,
    [id, whose],
  );
  if (old === undefined) return { refused: 'not-found' };
  if (old.replacedBy !== null) return { refused: 'already-replaced' };
  if (old.revokedAt !== null || (old.expiresAt !== null && old.expiresAt <= now))
    return { refused: 'key-ended' };
  const { organisationId, name, role, uses, accountId, expiresAt } = old;
  const gives = { organisationId, name, role, uses, accountId, expiresAt };
  const made = await createApiKey(tx, { ...gives, keyHash, createdBy: by });
  const worksUntil = new Date(now.getTime() + overlapSeconds * 1_000);
  await tx.rows(
    `UPDATE api_key SET replaced_by = $2, expires_at = least(expires_at, $3),
       revoked_at = CASE WHEN $3 <= $4::timestamptz THEN $4 END WHERE id = $1`,
    [id, made, worksUntil, now],
  );
  return { id: made };
}

/** Ends a key now; false where it had ended, or there is none (of the organisation, if one is named). */
export async function endKey(
  sql: Sql,
  id: string,
  now: Date,
  organisationId: string | null,
): Promise<boolean> {
  const rows = await sql.rows(
    `UPDATE api_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL
       AND ($3::uuid IS NULL OR organisation_id = $3) RETURNING 1`,
    [id, now, organisationId],
  );
  return rows.length > 0;
}
