import {
  type EvidenceRetention,
  PROOF_RETENTION_DAYS,
  refuseRetention,
  type RetentionRefusal,
  type Widening,
} from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { OrganisationEntity } from './organisation.entity.ts';
import { lockOrganisation } from './lock-organisation.ts';

/** What is not given stays as it is. */
export interface OrganisationChange extends Partial<EvidenceRetention> {
  readonly name?: string;
  /** How far opt-outs count that are recorded from now on; what was recorded before stays as it is (F9, D6). */
  readonly widening?: Widening;
  /** For how long after its consent ended a proof is kept, in days; null: as long as the law of its account's country. */
  readonly proofRetentionDays?: number | null;
}

/**
 * Changes an organisation. Times of keeping count for what is kept already, too: the next run takes away what is past the
 * new one.
 */
export async function changeOrganisation(
  sql: Sql,
  id: string,
  change: OrganisationChange,
): Promise<{ done: true } | { refused: RetentionRefusal | 'proof-days-out-of-range' }> {
  // Two who change at once one after the other: what each leaves out is judged as the other left it.
  await lockOrganisation(sql, id);
  const before = await sql.em().findOneOrFail(OrganisationEntity, id);
  const evidence = change.evidence ?? before.evidenceRetention;
  const origins = change.origins ?? before.originRetention;
  const keepsOrigins = change.keepsOrigins ?? before.keepsOrigins;
  const refused = refuseRetention({ evidence, origins, keepsOrigins });
  if (refused !== null) return { refused };
  const { name = before.name, widening = before.widening } = change;
  const { proofRetentionDays = before.proofRetentionDays } = change;
  const { least, most } = PROOF_RETENTION_DAYS;
  const isSaid = proofRetentionDays !== null;
  if (isSaid && (proofRetentionDays < least || proofRetentionDays > most))
    return { refused: 'proof-days-out-of-range' };
  const retention = { evidenceRetention: evidence, originRetention: origins, keepsOrigins };
  const becomes = { name, widening, proofRetentionDays, ...retention };
  await sql.em().nativeUpdate(OrganisationEntity, { id }, becomes);
  return { done: true };
}
