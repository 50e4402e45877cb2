/** How somebody came in. */
export const SIGN_IN_MEANS = ['MAIL', 'INVITATION', 'OIDC'] as const;
export type SignInMeans = (typeof SIGN_IN_MEANS)[number];

/** In seconds: unused it ends after the first, however much it is used after the second. */
export const SESSION = { idleSeconds: 12 * 3_600, absoluteSeconds: 14 * 86_400 } as const;

/** How long an invitation can be accepted, in seconds. */
export const INVITATION_SECONDS = 7 * 86_400;

// The prefix makes browsers refuse it without Secure, from another path or for a whole domain (RFC 6265bis).
const NAME = '__Host-adieu';

/** The Set-Cookie header that gives a session to a browser; null ends it there. It outlives the window, not its session. */
export function sessionCookie(secret: string | null): string {
  const age = secret === null ? 0 : SESSION.absoluteSeconds;
  return `${NAME}=${secret ?? ''}; Path=/; Max-Age=${age}; Secure; HttpOnly; SameSite=Lax`;
}

/** The session's secret in a Cookie header; null where there is none of its form. */
export function sessionOfCookies(header: string | null | undefined): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === NAME && value !== undefined && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}
