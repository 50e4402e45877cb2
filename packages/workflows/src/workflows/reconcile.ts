import { longWork } from './activities.ts';

/** Run by a schedule: compares what should be waiting with what is, and mends it. Gives how many were mended. */
export async function reconcile(): Promise<number> {
  return longWork.reconcile();
}
