/** D-5: days that the link of a confirmation mail works, and the most that an account may allow. */
export const LINK_DAYS = { usual: 7, most: 30 } as const;

/** D-8: how many confirmation mails may be asked for, so that nobody bombs a mailbox. An origin may be a whole office. */
export const DOUBLE_OPT_IN_LIMITS = {
  windowMinutes: 10,
  address: { inWindow: 1, inDay: 3 },
  origin: { inWindow: 10, inDay: 50 },
} as const;

export interface RecentStarts {
  /** Within the last ten minutes, and the last 24 hours. */
  readonly inWindow: number;
  readonly inDay: number;
}

/** True where one more would be too many for an address or an origin. */
export function isTooMany(of: 'address' | 'origin', recent: RecentStarts): boolean {
  const limit = DOUBLE_OPT_IN_LIMITS[of];
  return recent.inWindow >= limit.inWindow || recent.inDay >= limit.inDay;
}
