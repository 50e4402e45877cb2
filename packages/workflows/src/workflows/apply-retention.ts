import { longWork } from './activities.ts';

/** Run by a schedule each day: takes away what is past its retention. Gives how many rows went. */
export async function applyRetention(): Promise<number> {
  return longWork.applyRetention();
}
