/**
 * Whether a form was sent by a page of another site, which must not act with a member's cookie, nor sign somebody in as
 * somebody else. Browsers since 2023 say so themselves, also under `Referrer-Policy: no-referrer`, which makes Origin
 * `null`; one that says only that is refused. Whoever says neither is no browser, and bears no cookie by itself.
 */
export function isForeign({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  if (origin === null) return false;
  return URL.parse(origin)?.host !== (headers.get('x-forwarded-host') ?? headers.get('host'));
}
