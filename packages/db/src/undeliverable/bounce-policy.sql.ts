/** What an account says of when an address is undeliverable, as JSON; `account` is an alias, of which there may be no row. */
export const BOUNCE_POLICY_OF = (account: string): string => `
  jsonb_build_object('hardBounces', ${account}.hard_bounces, 'softBounces', ${account}.soft_bounces,
    'bounceHalfLifeDays', ${account}.bounce_half_life_days)`;
