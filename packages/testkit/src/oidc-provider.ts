import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** What the provider says of whoever signs in there next. */
export interface OidcPerson {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

export interface OidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in there next; null: they press Cancel. */
  person: OidcPerson | null;
  close(): Promise<void>;
}

/**
 * A real OpenID provider in this process, on a free port: signatures, PKCE, codes that work once. Whoever comes is signed
 * in without a page, as the person that the test says.
 */
export async function startOidcProvider(redirectUri: string): Promise<OidcProvider> {
  const [clientId, clientSecret] = ['adieu', 'a secret of the test'];
  // The issuer's name holds the port: the server is there before the provider is.
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, OidcPerson>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ ...(people.get(sub) ?? { sub }) }),
    }),
    cookies: { keys: ['keys of the test'] },
  });
  const oidc: OidcProvider = {
    issuer,
    clientId,
    clientSecret,
    person: null,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    void (async () => {
      const { prompt, params, session } = await provider.interactionDetails(request, response);
      const { person } = oidc;
      if (person === null)
        return provider.interactionFinished(request, response, { error: 'access_denied' });
      people.set(person.sub, person);
      if (prompt.name === 'login')
        return provider.interactionFinished(request, response, {
          login: { accountId: person.sub },
        });
      const grant = new provider.Grant({
        accountId: session!.accountId,
        clientId: String(params['client_id']),
      });
      grant.addOIDCScope('openid email');
      const consent = { grantId: await grant.save() };
      return provider.interactionFinished(request, response, { consent });
    })().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return oidc;
}
