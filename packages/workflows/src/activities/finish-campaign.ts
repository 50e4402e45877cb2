import { finishCampaign } from '@adieu/db';
import type { ActivityDeps } from './activity-deps.ts';

/** Marks a campaign that has nothing left to hand over. */
export function createFinishCampaign({ db, clock }: Pick<ActivityDeps, 'db' | 'clock'>) {
  return async (campaignId: string): Promise<void> => finishCampaign(db.sql, campaignId, clock());
}
