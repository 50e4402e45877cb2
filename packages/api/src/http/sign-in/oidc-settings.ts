import { z } from 'zod';

const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/;

/** Variables by which members sign in with an OpenID provider; without an issuer they are mailed links alone. */
export const OIDC = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be an https:// URL' })
    .refine(
      (issuer) => issuer.startsWith('https:') || LOOPBACK.test(issuer),
      'must be https:// but on this machine',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60).optional(),
};

/** How members sign in with an OpenID provider. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a client without a secret, which PKCE protects. */
  readonly clientSecret: string | null;
  /** What the button calls the provider. */
  readonly name: string;
}

type Read = { readonly [Name in keyof typeof OIDC]?: string | undefined };

/** Of the variables that were read; null where no issuer is named. */
export function oidcOf(env: Read): OidcSettings | null {
  if (env.OIDC_ISSUER === undefined || env.OIDC_CLIENT_ID === undefined) return null;
  return {
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET ?? null,
    name: env.OIDC_NAME ?? new URL(env.OIDC_ISSUER).host,
  };
}
