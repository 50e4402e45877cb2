/** What a complaint of a type does. KEPT: it is told to nobody as a wish, and kept as what a machine says. */
export type ComplaintMeaning = 'LEAVES' | 'NOTHING' | 'KEPT';

/** By Feedback-Type (RFC 5965 §3.1, §7.3, RFC 6591); a type that is not here is kept, and not acted on (M-9). */
const MEANINGS: ReadonlyMap<string, ComplaintMeaning> = new Map([
  ['abuse', 'LEAVES'],
  ['opt-out', 'LEAVES'],
  ['opt-out-list', 'LEAVES'],
  // Somebody took it out of their junk mail.
  ['not-spam', 'NOTHING'],
  // What others do in our name, or our own records of DNS: no recipient says so.
  ['auth-failure', 'KEPT'],
  ['fraud', 'KEPT'],
  ['virus', 'KEPT'],
  ['other', 'KEPT'],
]);

export function complaintMeans(type: string): ComplaintMeaning {
  return MEANINGS.get(type.trim().toLowerCase()) ?? 'KEPT';
}
