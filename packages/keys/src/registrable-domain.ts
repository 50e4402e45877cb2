import { getDomain } from 'tldts';

/**
 * Whose a domain is: the one that was registered, below what the public suffix list names (`nordlys.co.uk` of `mail.nordlys.co.uk`).
 * Null for such a suffix itself, which is nobody's, and for what is no domain.
 */
export function registrableDomain(domain: string): string | null {
  return getDomain(domain, { allowPrivateDomains: true });
}
