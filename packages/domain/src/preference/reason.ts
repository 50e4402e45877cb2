import type { Purpose } from '../enums/channels.ts';

/** Why people leave, where an account has no list of its own (F4, N7). Texts are the pages' catalogs'. */
export const LEAVE_REASONS = [
  'TOO_MANY',
  'NOT_RELEVANT',
  'NEVER_ASKED',
  'OTHER_ADDRESS',
  'NO_LONGER_CUSTOMER',
] as const;
export type LeaveReason = (typeof LEAVE_REASONS)[number];

/** Which of them are asked for: who gets staff or member information is no customer, and chose no address. Any is taken. */
export const REASONS_OF: Readonly<Record<Purpose, readonly LeaveReason[]>> = {
  MARKETING: LEAVE_REASONS,
  SERVICE: ['TOO_MANY', 'NOT_RELEVANT', 'NEVER_ASKED'],
  TRANSACTIONAL: LEAVE_REASONS,
};

/** The longest text of their own, in characters. */
export const LONGEST_GIVEN_REASON = 1000;
