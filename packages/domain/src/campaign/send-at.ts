import type { CampaignState } from '../enums/campaigns.ts';

/** The furthest ahead that a campaign may be planned, in days. */
export const LONGEST_WAIT_DAYS = 365;

/** Why a campaign is not sent at an instant, with what to tell its author. */
export const SEND_AT_REFUSALS = {
  'not-later': 'It lies in the past. Leave it out to send at once.',
  'beyond-the-longest-wait': `A campaign waits at most ${LONGEST_WAIT_DAYS} days.`,
} as const;
export type SendAtRefusal = keyof typeof SEND_AT_REFUSALS;

/** Null where a campaign may be sent at `sendAt`. */
export function refuseSendAt(sendAt: Date, now: Date): SendAtRefusal | null {
  const wait = sendAt.getTime() - now.getTime();
  if (!(wait > 0)) return 'not-later';
  return wait > LONGEST_WAIT_DAYS * 86_400_000 ? 'beyond-the-longest-wait' : null;
}

/** What people call the state: one that waits for its hour is being sent for the record, because its messages are queued. */
export type ShownCampaignState = CampaignState | 'SCHEDULED';

export function shownState(
  { state, sendAt }: { readonly state: CampaignState; readonly sendAt?: Date | null | undefined },
  now: Date,
): ShownCampaignState {
  return state === 'SENDING' && sendAt && sendAt > now ? 'SCHEDULED' : state;
}
