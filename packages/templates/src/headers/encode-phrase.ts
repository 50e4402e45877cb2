import libmime from 'libmime';

/** A display name for a header: bare where it may be, quoted where it must, encoded words beyond ASCII (RFC 2047). */
export function encodePhrase(text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  // What looks like an encoded word would be read as one, quoted too.
  if (clean.includes('=?')) return libmime.encodeWord(clean, 'Q', 52);
  if (/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*$/.test(clean)) return clean;
  // eslint-disable-next-line no-control-regex -- the range is ASCII itself
  if (/^[\x20-\x7e]*$/.test(clean)) return `"${clean.replace(/["\\]/g, '\\$&')}"`;
  return libmime.encodeWord(clean, 'Q', 52);
}
