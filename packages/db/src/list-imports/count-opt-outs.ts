import type { ListImportCounts, Scope } from '@adieu/domain';
import type { Transaction } from '../sql.ts';
import { targetsOfScope } from './target-of-scope.ts';

// $1 import, $2 first bucket, $3 bucket after the last, $4 organisation, $5 list, $6 scope. OFFSET 0: looked up one by one, by key.
const COUNT = `
  WITH one AS (
    SELECT DISTINCT address_key, channel FROM list_import_row
    WHERE import_id = $1::uuid AND bucket >= $2::int AND bucket < $3::int
  )
  SELECT count(*)::int AS addresses, count(r.id)::int AS known, count(s.state)::int AS out FROM one
  LEFT JOIN LATERAL (SELECT r.id FROM recipient r WHERE r.organisation_id = $4::uuid AND r.channel = one.channel
    AND r.address_key = one.address_key OFFSET 0) r ON true
  LEFT JOIN LATERAL (SELECT s.state FROM suppression s WHERE s.address_key = one.address_key AND s.list_id = $5::uuid
    AND s.channel = one.channel AND s.scope_id = $6::uuid AND s.state = 'OPTED_OUT' AND s.returned_to IS NULL OFFSET 0) s ON r.id IS NOT NULL`;

/** What a stretch of a list of opt-outs would do. */
export async function countOptOuts(
  tx: Transaction,
  list: {
    readonly importId: string;
    readonly organisationId: string;
    readonly scope: Scope;
    readonly fromBucket: number;
    readonly beforeBucket: number;
    readonly addresses: number;
  },
): Promise<Pick<ListImportCounts, 'fresh' | 'known' | 'out' | 'repeated'>> {
  const [target] = await targetsOfScope(tx, list.organisationId, list.scope);
  // What is gone is said when it runs: until then nothing can be out of it.
  if (target === undefined) return { fresh: list.addresses, known: 0, out: 0, repeated: 0 };
  const [row] = await tx.rows<{ addresses: number; known: number; out: number }>(COUNT, [
    list.importId,
    list.fromBucket,
    list.beforeBucket,
    list.organisationId,
    target.listId,
    target.scopeId,
  ]);
  const { addresses, known, out } = row!;
  return {
    fresh: addresses - known,
    known: known - out,
    out,
    repeated: list.addresses - addresses,
  };
}
