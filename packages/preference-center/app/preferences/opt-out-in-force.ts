import type { CurrentOptOut, PreferenceView } from '../api/operations.ts';

export function isInForce(optOut: CurrentOptOut | null): optOut is CurrentOptOut {
  return optOut?.state === 'CONFIRMED' || optOut?.state === 'PENDING';
}

/** Whether the link is of an SMS: no mail reaches its number. */
export function isBySms({ channels }: PreferenceView): boolean {
  return channels[0] === 'SMS';
}

/** The widest opt-out in force, which is what the page speaks of first; null where there is none. */
export function optOutInForce(view: PreferenceView): CurrentOptOut | null {
  return [view.allMarketing, view.optOut].find(isInForce) ?? null;
}

/** Whether there is anything left to leave on this link's page: of an exempt list, all marketing. */
export function mayLeave(view: PreferenceView): boolean {
  if (view.purpose === 'SERVICE' && !view.exempt) return !isInForce(view.optOut);
  return view.allMarketing?.state !== 'CONFIRMED';
}

/** Whether the whole list of the link is left, not only the topic of its mail. */
export function isBookLeft({ optOut }: PreferenceView): boolean {
  return isInForce(optOut) && optOut.scope.kind === 'BOOK';
}

/** Whether the page's first button leaves all marketing. */
export function offersAllMarketing(view: PreferenceView): boolean {
  return mayLeave(view) && (view.purpose !== 'SERVICE' || view.exempt);
}
