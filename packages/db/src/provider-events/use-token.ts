import { createHash } from 'node:crypto';
import type { Sql } from '../sql.ts';

/**
 * Takes a token for what it came with. `first`: it was not seen before. `again`: it came with the same. `spent`: with something else,
 * which is not proven by it.
 */
export async function useProviderToken(
  sql: Sql,
  {
    provider,
    token,
    said,
    now,
  }: {
    readonly provider: string;
    readonly token: string;
    /** What tells one event from another. */
    readonly said: string;
    readonly now: Date;
  },
): Promise<'first' | 'again' | 'spent'> {
  const key = [provider, sha256(token), sha256(said)];
  const taken = await sql.rows(
    `INSERT INTO provider_token (provider, token_sha256, said_sha256, at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (provider, token_sha256) DO NOTHING RETURNING 1`,
    [...key, now],
  );
  if (taken.length > 0) return 'first';
  const same = await sql.rows(
    'SELECT 1 FROM provider_token WHERE provider = $1 AND token_sha256 = $2 AND said_sha256 = $3',
    key,
  );
  return same.length > 0 ? 'again' : 'spent';
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Takes away up to `limit` of those that nobody would be believed by any more; gives how many. */
export async function purgeProviderTokens(sql: Sql, now: Date, limit: number): Promise<number> {
  const gone = await sql.rows(
    `DELETE FROM provider_token t WHERE t.ctid = ANY (ARRAY(
       SELECT ctid FROM provider_token WHERE at <= $1::timestamptz - interval '2 days'
       ORDER BY at LIMIT $2::int FOR UPDATE SKIP LOCKED)) RETURNING 1`,
    [now, limit],
  );
  return gone.length;
}
