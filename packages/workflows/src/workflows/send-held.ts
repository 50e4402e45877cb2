import { longWork } from './activities.ts';

/** Run by a schedule: sends what was held and may go now. Gives how many mails went. */
export async function sendHeld(): Promise<number> {
  return longWork.sendHeld();
}
