const SCHEMES = ['https:', 'mailto:', 'tel:'];

/**
 * A merged value that begins a link: percent-encoded as URLs are, and only https, mailto or tel. Throws on anything
 * else, so that a mail with a dead or dangerous link is not sent; the value itself is not told.
 */
export function mergedUrl(value: unknown): string {
  const url = typeof value === 'string' ? URL.parse(value.trim()) : null;
  if (url === null || !SCHEMES.includes(url.protocol)) {
    throw new Error('a merged link is not an https, mailto or tel address');
  }
  return url.href;
}

/** A merged value within a link: all that has a meaning in URLs is percent-encoded. */
export function mergedUrlPart(value: unknown): string {
  // Lone surrogates have no UTF-8; encodeURIComponent would throw on them.
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return encodeURIComponent(text.toWellFormed());
}
