import { normaliseEmail } from './normalise-email.ts';
import { registrableDomain } from './registrable-domain.ts';

export type DomainRefusal = 'not-a-domain' | 'public-suffix';

/** The longest that leaves room for the name of its challenge. */
const LONGEST = 236;

/**
 * A domain in the form that addresses have it: lower case, A-labels. One below which anybody registers names (`se`, `co.uk`,
 * `github.io`; the public suffix list says which) is nobody's to send from.
 */
export function readDomain(
  text: string,
): { readonly domain: string } | { readonly refused: DomainRefusal } {
  const address = normaliseEmail(`x@${text.trim().replace(/\.$/, '')}`);
  if (address === null || !/^[^@/?#:\\]+$/.test(text.trim())) return { refused: 'not-a-domain' };
  const domain = address.slice('x@'.length);
  if (domain.length > LONGEST) return { refused: 'not-a-domain' };
  if (registrableDomain(domain) === null) return { refused: 'public-suffix' };
  return { domain };
}
