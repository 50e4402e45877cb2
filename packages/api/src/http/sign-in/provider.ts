import type { Identity } from '@adieu/db';
import { normaliseEmail } from '@adieu/keys';
import * as client from 'openid-client';
import type { Flow } from './flow-cookie.ts';
import type { OidcSettings } from './oidc-settings.ts';

/** The OpenID provider that members sign in with: authorization code, with PKCE, state and nonce. */
export class Provider {
  readonly #settings: OidcSettings;
  readonly #redirectUri: string;
  #discovered: Promise<client.Configuration> | null = null;

  constructor(settings: OidcSettings, publicUrl: string) {
    this.#settings = settings;
    this.#redirectUri = new URL('/sign-in/oidc/callback', publicUrl).href;
  }

  /** Where to send a browser, and what it must keep until it comes back. Rejects where the provider does not answer. */
  async begin(): Promise<{ url: string; flow: Flow }> {
    const flow = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: this.#redirectUri,
      scope: 'openid email',
      code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
      state: flow.state,
      nonce: flow.nonce,
    });
    return { url: url.href, flow };
  }

  /** Who came back, by the query of their request. Rejects where anything of it is not as it must be. */
  async finish(query: string, flow: Flow): Promise<Identity> {
    const configuration = await this.#configuration();
    const tokens = await client.authorizationCodeGrant(
      configuration,
      new URL(query, this.#redirectUri),
      {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      },
    );
    const { iss: issuer, sub: subject, ...claims } = tokens.claims()!;
    // Some providers tell the address by the token, others only when they are asked.
    const told =
      claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(configuration, tokens.access_token, subject)
        : claims;
    const { email, email_verified: verified } = told;
    const address = typeof email === 'string' && verified === true ? normaliseEmail(email) : null;
    return { issuer, subject, verifiedEmail: address };
  }

  /** What the provider says of itself, asked once; again where it did not answer. */
  #configuration(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const url = new URL(issuer);
    this.#discovered ??= client
      .discovery(
        url,
        clientId,
        undefined,
        clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret),
        // The settings take plain http on this machine alone.
        url.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {},
      )
      .catch((cause: unknown) => {
        this.#discovered = null;
        throw cause;
      });
    return this.#discovered;
  }
}
