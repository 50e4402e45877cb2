import { createHash } from 'node:crypto';
import type { DatabaseAccess } from '../database.ts';
import type { Json } from '../json.ts';
import type { Transaction } from '../sql.ts';

/**
 * Does `work` once for each key of an organisation. The key, the work and its result are one transaction: the
 * same key with the same input gives the stored result, with another input a conflict, and a twin that comes at the
 * same time waits for the first. Without a key the work is simply done. A fault leaves no trace of the key.
 */
export async function withIdempotency<Result extends Json>(
  db: DatabaseAccess,
  call: { organisationId: string; key: string | null; operation: string; input: Json },
  work: (tx: Transaction) => Promise<Result>,
): Promise<{ result: Result; replayed: boolean } | { conflict: true }> {
  return db.transaction(async (tx) => {
    if (call.key === null) return { result: await work(tx), replayed: false };
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([call.operation, call.input]))
      .digest();
    const taken = await tx.rows(
      `INSERT INTO idempotency_key (organisation_id, key, fingerprint) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [call.organisationId, call.key, fingerprint],
    );
    if (taken.length === 0) {
      const [stored] = await tx.rows<{ fingerprint: Buffer; result: Result }>(
        'SELECT fingerprint, result FROM idempotency_key WHERE organisation_id = $1 AND key = $2',
        [call.organisationId, call.key],
      );
      if (!stored?.fingerprint.equals(fingerprint)) return { conflict: true };
      return { result: stored.result, replayed: true };
    }
    const result = await work(tx);
    await tx.rows(
      'UPDATE idempotency_key SET result = $3 WHERE organisation_id = $1 AND key = $2',
      [call.organisationId, call.key, JSON.stringify(result)],
    );
    return { result, replayed: false };
  });
}
