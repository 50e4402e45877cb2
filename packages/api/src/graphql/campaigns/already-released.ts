import type { Campaign } from '@adieu/db';
import { type ShownCampaignState, shownState } from '@adieu/domain';
import { Conflict } from '../shared/problems.ts';

/** Why a campaign that is no draft any more is not sent, by what became of it, and what to do instead. */
export function alreadyReleased(row: Campaign, now: Date): Conflict {
  return new Conflict('ALREADY_RELEASED', SAYS[shownState(row, now)](row), 'id');
}

const AGAIN = 'To send it again, create another one.';

const SAYS: Readonly<Record<ShownCampaignState, (row: Campaign) => string>> = {
  // Released and back can not be: somebody asked while it was being released.
  DRAFT: () => 'This campaign is being released just now: look at it.',
  SCHEDULED: ({ sendAt }) =>
    `This campaign is scheduled for ${sendAt!.toISOString()}, and goes then by itself. To send it at another hour, cancel it (cancelCampaign) and create another one.`,
  SENDING: () => `This campaign is being sent already. ${AGAIN}`,
  PAUSED: () =>
    'This campaign is paused: resumeCampaign sends the rest of it, cancelCampaign ends it.',
  SENT: () => `This campaign was sent already. ${AGAIN}`,
  CANCELLED: () => 'This campaign was cancelled, and is sent no more. Create another one.',
};
