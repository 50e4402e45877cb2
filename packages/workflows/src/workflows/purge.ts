import { longWork } from './activities.ts';

/** Run by a schedule each hour: takes away what has had its time. Gives how many rows went. */
export async function purge(): Promise<number> {
  return longWork.purge();
}
