import { LABEL } from './host-label.ts';
import type { ReadSetting } from './setting-step.ts';

/** Where one tries it on one's own machine. */
export const LOCAL_MAIL_DOMAIN = 'leave.example.test';

/** With the longest of our local parts (64 octets) and its `@` an address is to stay within 254 (RFC 5321 4.5.3.1.3). */
const LONGEST = 254 - 64 - 1;
const DOMAIN = new RegExp(`^(?=.{1,${LONGEST}}$)(?:${LABEL}\\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?$`);

/**
 * The domain of the addresses that take goodbyes, bounces and complaints (`MAIL_DOMAIN`), in its normal form; or what it must be
 * instead, as a noun. The one reading for all processes: the worker writes these addresses, mail-in compares them.
 */
export function readMailDomain(text: string): ReadSetting {
  const value = text.trim().toLowerCase();
  if (DOMAIN.test(value)) return { value };
  return {
    problem: `a domain alone, such as leave.example.com, in ASCII (xn--…) and of at most ${LONGEST} characters, whose MX is mail-in`,
  };
}
