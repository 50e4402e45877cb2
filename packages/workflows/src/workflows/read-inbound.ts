import { longWork } from './activities.ts';

/** Run by a schedule each minute: reads what came in and was not understood yet. Gives how many were looked at. */
export async function readInbound(): Promise<number> {
  return longWork.readInbound();
}
