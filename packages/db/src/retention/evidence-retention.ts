import { type EvidenceRetention, refuseRetention, type RetentionRefusal } from '@adieu/domain';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import type { Sql } from '../sql.ts';

/** How long this organisation keeps evidence. */
export async function evidenceRetention(sql: Sql, id: string): Promise<EvidenceRetention> {
  const kept = await sql.em().findOneOrFail(OrganisationEntity, id, {
    fields: ['evidenceRetention', 'originRetention', 'keepsOrigins'],
  });
  const { evidenceRetention: evidence, originRetention: origins, keepsOrigins } = kept;
  return { evidence, origins, keepsOrigins };
}

/** Changes it. Counts for what is kept already, too: the next run takes away what is past the new time. */
export async function setEvidenceRetention(
  sql: Sql,
  id: string,
  retention: EvidenceRetention,
): Promise<{ done: true } | { refused: RetentionRefusal }> {
  const refused = refuseRetention(retention);
  if (refused !== null) return { refused };
  const { evidence, origins, keepsOrigins } = retention;
  const change = { evidenceRetention: evidence, originRetention: origins, keepsOrigins };
  await sql.em().nativeUpdate(OrganisationEntity, { id }, change);
  return { done: true };
}
