import { type Database, membersOfIdentity, useSession } from '@adieu/db';
import { sessionCookie, sessionOfCookies } from '@adieu/domain';
import { hashSecretToken } from '@adieu/keys';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openSession } from '../../graphql/sign-in/open-session.ts';
import { originOf } from '../client.ts';
import { createInvalidLinkLimit } from '../invalid-link-limit.ts';
import { type Flow, flowCookie, flowOfCookies } from './flow-cookie.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { Provider } from './provider.ts';

interface Deps {
  readonly db: Database;
  readonly clock: () => Date;
  readonly oidc: OidcSettings | null;
  readonly publicUrl: string;
}

/** `/sign-in/oidc` and its way back: a member signs in by an OpenID provider. Without one they are no routes. */
export function serveSignIn(app: FastifyInstance, deps: Deps): void {
  if (deps.oidc === null) return;
  const provider = new Provider(deps.oidc, deps.publicUrl);
  const limit = createInvalidLinkLimit();

  /** What did not work is told to the log without the address that it came by: that holds a code. */
  async function failed(request: FastifyRequest, reply: FastifyReply, cause: unknown) {
    const { name, code } = cause as { name?: string; code?: string };
    request.log.warn({ failure: code ?? name }, 'somebody could not sign in by the provider');
    return leave(reply, '/sign-in?because=failed');
  }

  app.get('/sign-in/oidc', { exposeHeadRoute: false }, async (request, reply) => {
    try {
      const { url, flow } = await provider.begin();
      return leave(reply, url, [flowCookie(flow)]);
    } catch (cause) {
      return failed(request, reply, cause);
    }
  });

  app.get('/sign-in/oidc/callback', { exposeHeadRoute: false }, async (request, reply) => {
    const flow = flowOfCookies(request.headers.cookie);
    const identity = await identify(request, flow).catch((cause: unknown) => ({ cause }));
    if ('cause' in identity) return failed(request, reply, identity.cause);
    const now = deps.clock();
    const former = sessionOfCookies(request.headers.cookie);
    const secret = await deps.db.transaction(async (tx) => {
      // The one used last: whoever is a member of more organisations reaches the others by their mails.
      const [memberId] = await membersOfIdentity(tx, identity, now);
      if (memberId === undefined) return null;
      const session = former === null ? null : await useSession(tx, hashSecretToken(former), now);
      const userAgent = request.headers['user-agent']?.slice(0, 300) ?? null;
      return openSession({ now, session }, tx, { memberId, means: 'OIDC', userAgent });
    });
    if (secret === null) return leave(reply, '/sign-in?because=unknown');
    return leave(reply, '/members', [flowCookie(null), sessionCookie(secret)]);
  });

  async function identify(request: FastifyRequest, flow: Flow | null) {
    if (flow === null) throw new Error('no try of this browser is known');
    // Each asks the provider: a client that makes codes up must not make us ask without end.
    if (await limit.isTooMany(originOf(request))) throw new Error('too many tries of one client');
    return provider.finish(request.url, flow);
  }
}

/** To another page, with what the browser is to keep; nothing of a try is left in it. */
function leave(reply: FastifyReply, to: string, cookies = [flowCookie(null)]): FastifyReply {
  return reply.header('cache-control', 'no-store').header('set-cookie', cookies).redirect(to, 303);
}
