import {
  carryOutChunk,
  clearStaged,
  contactChunk,
  failListImport,
  finishListImport,
  type ListImport,
  optOutChunk,
} from '@adieu/db';
import type { ListImportDeps } from './list-import-deps.ts';

/** Chunks of opt-outs at once: no two have an address in common. People of contacts may be in two, so one goes after the other. */
const AT_ONCE = { OPT_OUTS: 2, CONTACTS: 1 } as const;
const CLEARED_AT_ONCE = 20_000;

/** Carries out chunks until none is left, or `mayGoOn` says no. Gives whether there may be more. */
export async function runList(
  { db, ring, clock }: ListImportDeps,
  list: ListImport,
  mayGoOn: () => boolean,
): Promise<boolean> {
  let failed: string | null = null;
  const work = list.kind === 'OPT_OUTS' ? optOutChunk : (now: Date) => contactChunk(ring, now);
  const go = async (): Promise<boolean> => {
    while (failed === null && mayGoOn()) {
      const became = await carryOutChunk(db, list, work(clock()));
      if (became === 'none') return false;
      if (became !== 'done') failed = became.failed;
    }
    return true;
  };
  const more = await Promise.all(Array.from({ length: AT_ONCE[list.kind] }, go));
  if (failed !== null) await failListImport(db.sql, list.id, failed, clock());
  else if (more.includes(true)) return true;
  else await finishListImport(db.sql, list.id, clock());
  return false;
}

/** Takes away what was staged of an import that has ended: addresses that nobody needs any more. */
export async function clearList({ db }: ListImportDeps, list: ListImport): Promise<void> {
  while ((await clearStaged(db.sql, list.id, CLEARED_AT_ONCE)) > 0);
}
