/** What pauses a campaign by itself: too many complain (W-14), or its organisation lost the domain or the number that it is sent from. */
export const PAUSE_REASONS = ['COMPLAINT_RATE', 'SENDER_DOMAIN', 'SMS_SENDER'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** When complaints pause a running campaign. */
export const COMPLAINT_PAUSE = {
  /** Of what was sent. Gmail and Yahoo treat bulk senders above it as spammers. */
  rate: 0.003,
  /** One complaint of ten messages says nothing, and one of a few hundred little. */
  fewestSent: 100,
  fewestComplaints: 3,
} as const;

/**
 * Whether a running campaign is to be paused. Counted since it was resumed last, where it was: whoever lets it go on has
 * seen what came before, so the same complaints do not pause it again. `rate`: the account's own, a share.
 */
export function isToBePaused(
  since: { readonly sent: number; readonly complaints: number },
  rate: number = COMPLAINT_PAUSE.rate,
): boolean {
  const { fewestSent, fewestComplaints } = COMPLAINT_PAUSE;
  const { sent, complaints } = since;
  // why not divided: 3 of 1,000 is exactly the rate, and must not be lost to a rounding.
  return sent >= fewestSent && complaints >= fewestComplaints && complaints >= rate * sent;
}
