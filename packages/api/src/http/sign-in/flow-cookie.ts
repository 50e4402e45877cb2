/** What one try to sign in must find again when its browser comes back from the provider. */
export interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const NAME = '__Host-adieu-oidc';
/** How long somebody may take at the provider, in seconds. */
const LONGEST = 600;
const FORM = /^([\w-]{16,128})\.([\w-]{16,128})\.([\w-]{43,128})$/;

/** The Set-Cookie header that keeps it in that browser alone; null takes it away: each is for one try. */
export function flowCookie(flow: Flow | null): string {
  const value = flow === null ? '' : [flow.state, flow.nonce, flow.verifier].join('.');
  return `${NAME}=${value}; Path=/; Max-Age=${flow === null ? 0 : LONGEST}; Secure; HttpOnly; SameSite=Lax`;
}

/** Of a Cookie header; null where there is none of its form. */
export function flowOfCookies(header: string | undefined): Flow | null {
  for (const pair of (header ?? '').split(';')) {
    const [name, value = ''] = pair.trim().split('=', 2);
    const [, state, nonce, verifier] = (name === NAME && FORM.exec(value)) || [];
    if (state !== undefined && nonce !== undefined && verifier !== undefined)
      return { state, nonce, verifier };
  }
  return null;
}
