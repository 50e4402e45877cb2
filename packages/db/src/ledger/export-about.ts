import { findConsents } from '../consent/list-consents.ts';
import { printProof } from '../double-opt-in/printed-proof.ts';
import { findProof } from '../double-opt-in/proofs.ts';
import { findRequests } from '../opt-out/find-requests.ts';
import type { Sql } from '../sql.ts';
import { exportLedger, type LedgerExport } from './export-ledger.ts';

/**
 * The export about one thing of an organisation, whichever of the ids is given; a consent proof brings its printable page.
 * Null where the organisation has no such thing.
 */
export async function exportAbout(
  sql: Sql,
  thing: {
    readonly organisationId: string;
    readonly requestId: string | null;
    readonly proofId: string | null;
    readonly consentId: string | null;
  },
  now: Date,
): Promise<LedgerExport | null> {
  const { organisationId, requestId, proofId, consentId } = thing;
  if (requestId !== null) {
    const found = await findRequests(sql, organisationId, [requestId]);
    return found.length === 0 ? null : exportLedger(sql, { organisationId, requestId }, now);
  }
  if (consentId !== null) {
    const found = await findConsents(sql, organisationId, [consentId]);
    return found.length === 0 ? null : exportLedger(sql, { organisationId, consentId }, now);
  }
  const proof = proofId === null ? null : await findProof(sql, organisationId, proofId);
  if (proof === null) return null;
  const { doubleOptInId } = proof;
  const { html, sha256 } = printProof(proof);
  return {
    ...(await exportLedger(sql, { organisationId, doubleOptInId }, now)),
    document: { html, sha256 },
  };
}
