import { longWork } from './activities.ts';

/** Run by a schedule each hour: mails last week's figures to whoever has not got them. Gives how many mails went out. */
export async function sendWeeklyReports(): Promise<number> {
  return longWork.sendWeeklyReports();
}
