import type { CampaignState } from '../enums/campaigns.ts';

/** What a person may do to a campaign that was made: hold it, let it go on, end it. */
export const CAMPAIGN_CHANGES = ['PAUSE', 'RESUME', 'CANCEL'] as const;
export type CampaignChange = (typeof CAMPAIGN_CHANGES)[number];

const CHANGES: Readonly<
  Record<CampaignChange, { readonly from: readonly CampaignState[]; readonly to: CampaignState }>
> = {
  PAUSE: { from: ['SENDING'], to: 'PAUSED' },
  RESUME: { from: ['PAUSED'], to: 'SENDING' },
  CANCEL: { from: ['DRAFT', 'SENDING', 'PAUSED'], to: 'CANCELLED' },
};

/** The state that a change leads to; null where it is not possible from here. Nothing leads out of SENT and CANCELLED. */
export function campaignAfter(change: CampaignChange, state: CampaignState): CampaignState | null {
  const { from, to } = CHANGES[change];
  return from.includes(state) ? to : null;
}
