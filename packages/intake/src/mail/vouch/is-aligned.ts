/**
 * Whether two domains are one, or one lies under the other: what vouches for the one may vouch for the other. A top level is nobody's
 * alone.
 */
export function isAligned(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a !== '' && b !== '' && (a === b || liesUnder(a, b) || liesUnder(b, a));
}

function liesUnder(domain: string, above: string): boolean {
  return above.includes('.') && domain.endsWith(`.${above}`);
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
