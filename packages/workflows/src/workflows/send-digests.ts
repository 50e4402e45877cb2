import { longWork } from './activities.ts';

/** Run by a schedule: tells the admins whose turn it is what waits for them. Gives how many were told. */
export async function sendDigests(): Promise<number> {
  return longWork.sendDigests();
}
