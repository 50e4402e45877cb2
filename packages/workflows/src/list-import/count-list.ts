import {
  type ChunkCounts,
  chunksOf,
  countContacts,
  countOptOuts,
  keepCounts,
  type ListImport,
} from '@adieu/db';
import type { ListImportDeps } from './list-import-deps.ts';

/** Counts what an import would do, chunk by chunk, and notes it: nothing is done yet. */
export async function countList(
  { db, ring, clock }: ListImportDeps,
  list: ListImport,
): Promise<void> {
  const totals: Record<string, number> = { fresh: 0, known: 0, out: 0, leaving: 0 };
  for (const chunk of await chunksOf(db.sql, list.id)) {
    const counts = await db.transaction<ChunkCounts>((tx) =>
      list.kind === 'OPT_OUTS'
        ? countOptOuts(tx, {
            importId: list.id,
            organisationId: list.organisationId,
            scope: { kind: list.scopeKind, id: list.scopeId },
            ...chunk,
          })
        : countContacts(tx, { importId: list.id, addressBookId: list.scopeId, ring }, chunk),
    );
    for (const [key, count] of Object.entries(counts)) totals[key] = (totals[key] ?? 0) + count;
  }
  await keepCounts(db.sql, list.id, totals, clock());
}
