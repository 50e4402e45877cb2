import { longWork } from './activities.ts';

/** Run by a schedule each minute: seals what the ledger has got since. Gives how many seals were made. */
export async function sealLedger(): Promise<number> {
  return longWork.sealLedger();
}
