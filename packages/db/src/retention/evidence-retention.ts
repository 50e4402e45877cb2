import { type EvidenceRetention, refuseRetention, type RetentionRefusal } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** How long this organisation keeps evidence. */
export async function evidenceRetention(
  sql: Sql,
  organisationId: string,
): Promise<EvidenceRetention> {
  const [row] = await sql.rows<EvidenceRetention>(
    `SELECT evidence_retention AS evidence, origin_retention AS origins, keeps_origins AS "keepsOrigins"
     FROM organisation WHERE id = $1`,
    [organisationId],
  );
  return row!;
}

/** Changes it. Counts for what is kept already, too: the next run takes away what is past the new time. */
export async function setEvidenceRetention(
  sql: Sql,
  organisationId: string,
  retention: EvidenceRetention,
): Promise<{ done: true } | { refused: RetentionRefusal }> {
  const refused = refuseRetention(retention);
  if (refused !== null) return { refused };
  await sql.rows(
    'UPDATE organisation SET evidence_retention = $2, origin_retention = $3, keeps_origins = $4 WHERE id = $1',
    [organisationId, retention.evidence, retention.origins, retention.keepsOrigins],
  );
  return { done: true };
}
