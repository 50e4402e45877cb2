import { PURPOSES, type Purpose } from '../enums/channels.ts';

/** What an audience is handed out for: one channel, or any (D3). Each address is judged for its own channel. */
export const AUDIENCE_USES = ['EMAIL', 'SMS', 'ANY'] as const;
export type AudienceUse = (typeof AUDIENCE_USES)[number];

/** `CUT`: it ended before its last contact, so whoever got it has part of a list. */
export const AUDIENCE_EXPORT_STATES = ['RUNNING', 'COMPLETE', 'CUT'] as const;
export type AudienceExportState = (typeof AUDIENCE_EXPORT_STATES)[number];

/** The strictest first, as an opt-out that stops service messages stops marketing too. */
const STRICTEST_FIRST = PURPOSES;

/**
 * Whether a book may be judged as if it had this purpose. Only as strictly or more strictly than its own: else asking
 * for `TRANSACTIONAL` would hand out a newsletter's opted-out contacts.
 */
export function mayBeJudgedAs(bookPurpose: Purpose, purpose: Purpose): boolean {
  return STRICTEST_FIRST.indexOf(purpose) <= STRICTEST_FIRST.indexOf(bookPurpose);
}

/** Days for which a book may be handed out unfiltered by one allowance. */
export const LONGEST_UNFILTERED_DAYS = 366;
export const DEFAULT_UNFILTERED_DAYS = 30;

export const UNFILTERED_REFUSALS = {
  'marketing-stays-filtered':
    'Marketing is never handed out unfiltered: whoever left would get it again.',
  'until-out-of-range': `It must end later than now and within ${LONGEST_UNFILTERED_DAYS} days.`,
} as const;
export type UnfilteredRefusal = keyof typeof UNFILTERED_REFUSALS;

const DAY_MS = 86_400_000;

/** Why a book may not be chosen to be handed out unfiltered (D3); null where it may. */
export function refuseUnfiltered(
  bookPurpose: Purpose,
  allowance: { readonly purpose: Purpose; readonly now: Date; readonly until: Date },
): UnfilteredRefusal | null {
  if (bookPurpose === 'MARKETING' || allowance.purpose === 'MARKETING')
    return 'marketing-stays-filtered';
  const ms = allowance.until.getTime() - allowance.now.getTime();
  return ms > 0 && ms <= LONGEST_UNFILTERED_DAYS * DAY_MS ? null : 'until-out-of-range';
}
