import { longWork } from './activities.ts';

/** Run by a schedule each minute: counts campaigns, raises warnings and tells the admins. Gives how many mails went out. */
export async function judgeCampaigns(): Promise<number> {
  return longWork.judgeCampaigns();
}
