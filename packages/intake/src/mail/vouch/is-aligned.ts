import { registrableDomain } from '@adieu/keys';

/**
 * Whether two domains are of one owner: below the same registered one (RFC 7489 3.1.1). What others register names below (`se`,
 * `co.uk`, `github.io`) is nobody's: who may sign for all of it vouches for none.
 */
export function isAligned(one: string, other: string): boolean {
  const whose = registrableDomain(one.toLowerCase());
  return whose !== null && whose === registrableDomain(other.toLowerCase());
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
