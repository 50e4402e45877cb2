import { domainToASCII } from 'node:url';

/** Longest address that SMTP can carry, in octets (RFC 5321 4.5.3.1.3, less the angle brackets). */
const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;
// Dot-atom of RFC 5321 with the UTF-8 of RFC 6531; quoted local parts are refused: nobody has one that we must mail.
const LOCAL_PART =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
/** What domainToASCII, which reads a URL's host, drops or decodes in silence: an address with it would become another. */
const OF_A_URL = /[/?#\\%\p{Cc}\s]/u;
const DOMAIN =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * One form for all ways of writing an address (I-5): trimmed, NFC, the domain as A-labels in lower case, the local
 * part in lower case with plus-tags kept. Null where the text is no address.
 *
 * Lower-casing the local part may join two mailboxes in theory; keeping it apart would let `Anna@` slip past the
 * opt-out of `anna@` in practice.
 */
export function normaliseEmail(text: string): string | null {
  const address = text.trim().normalize('NFC');
  const at = address.lastIndexOf('@');
  if (at < 1) return null;
  const local = address.slice(0, at).toLowerCase();
  const typed = address.slice(at + 1);
  if (OF_A_URL.test(typed)) return null;
  const domain = domainToASCII(typed).toLowerCase();
  if (!LOCAL_PART.test(local) || !DOMAIN.test(domain)) return null;
  if (Buffer.byteLength(local) > LONGEST_LOCAL_PART) return null;
  const normal = `${local}@${domain}`;
  return Buffer.byteLength(normal) > LONGEST_ADDRESS ? null : normal;
}
