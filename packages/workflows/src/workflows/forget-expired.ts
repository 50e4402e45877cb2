import { longWork } from './activities.ts';

/** Run by a schedule each hour: deletes what has had its time. Gives how much that was. */
export async function forgetExpired(): Promise<number> {
  return longWork.forgetExpired();
}
