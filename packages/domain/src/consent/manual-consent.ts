/** What became of a consent that an admin recorded by hand (E4, E5, D-10). */
export const CONSENT_OUTCOMES = [
  'RECORDED',
  'DOUBLE_OPT_IN_STARTED',
  'DOUBLE_OPT_IN_LIMITED',
] as const;
export type ConsentOutcome = (typeof CONSENT_OUTCOMES)[number];

export interface ConsentClaim {
  readonly consentText: string;
  readonly source: string;
  readonly obtainedAt: Date;
}

/** Why a claim is not taken at all, with what to tell the admin. */
export const CLAIM_REFUSALS = {
  'text-missing': { field: 'consentText', message: 'Give the full text that was agreed to.' },
  'text-too-long': { field: 'consentText', message: 'At most 10,000 characters.' },
  'source-missing': { field: 'source', message: 'Say where the consent came from.' },
  'source-too-long': { field: 'source', message: 'At most 500 characters.' },
  'obtained-in-future': { field: 'obtainedAt', message: 'The consent cannot lie in the future.' },
  'channel-not-served': {
    field: 'channel',
    message:
      'This address once left: only its own double opt-in brings it back, and none can be sent on this channel yet.',
  },
} as const;
export type ClaimRefusal = keyof typeof CLAIM_REFUSALS;

const LONGEST_TEXT = 10_000;
const LONGEST_SOURCE = 500;

/** Null where a claim may be recorded. */
export function refuseClaim(claim: ConsentClaim, now: Date): ClaimRefusal | null {
  if (claim.consentText.trim() === '') return 'text-missing';
  if (claim.consentText.length > LONGEST_TEXT) return 'text-too-long';
  if (claim.source.trim() === '') return 'source-missing';
  if (claim.source.length > LONGEST_SOURCE) return 'source-too-long';
  return claim.obtainedAt > now ? 'obtained-in-future' : null;
}
