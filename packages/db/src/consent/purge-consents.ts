import type { Sql } from '../sql.ts';
import { MAYBE_EXPIRED } from './maybe-expired.sql.ts';

/**
 * Deletes recorded consents that ended longer ago than their organisation keeps proofs, up to `limit` at once, and what
 * speaks for none any more of the files. Their events stay in the ledger, so no seal breaks. Gives how many went.
 */
export async function purgeConsents(sql: Sql, _now: Date, limit: number): Promise<number> {
  const gone = await sql.rows<{ organisationId: string; file: Buffer | null }>(
    `DELETE FROM consent_record WHERE id IN (
       SELECT c.id FROM (${MAYBE_EXPIRED('consent_record')}) e JOIN consent_record c ON c.id = e.id
       WHERE consent_has_expired(c.organisation_id, c.address_key, c.list_id, c.channel, c.scope_id, c.recorded_at) LIMIT $1)
     RETURNING organisation_id AS "organisationId", evidence_sha256 AS file`,
    [limit],
  );
  const files = gone.filter(({ file }) => file !== null);
  if (files.length > 0)
    await sql.rows(EMPTY, [
      files.map(({ organisationId }) => organisationId),
      files.map(({ file }) => file),
    ]);
  return gone.length;
}

const EMPTY = `
  UPDATE evidence_file f SET content = NULL, name = 'erased'
  FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::bytea[])) AS g(organisation_id, sha256)
  WHERE f.organisation_id = g.organisation_id AND f.sha256 = g.sha256 AND f.content IS NOT NULL AND NOT EXISTS (
    SELECT FROM consent_record c WHERE c.organisation_id = f.organisation_id AND c.evidence_sha256 = f.sha256)`;
