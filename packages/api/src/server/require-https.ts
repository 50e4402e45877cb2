import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Two years, as browsers' own lists ask for. */
const HSTS = 'max-age=63072000';
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz']);
const LOCAL = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;

interface HttpsDeps {
  readonly production: boolean;
  readonly publicUrl: string;
  /** Whether this port speaks TLS itself; else a proxy in front does. */
  readonly hasCertificate: boolean;
  /** Our pages, which may be elsewhere, ask in plain http. */
  readonly isPages: (request: FastifyRequest) => boolean;
}

/**
 * Where people come by: browsers are told to use https alone, and a port with a certificate takes no plain http but from
 * this machine, where the pages ask, and for probes. A token or key that came in plain text would be anybody's.
 */
export function requireHttps(
  app: FastifyInstance,
  { production, publicUrl, hasCertificate, isPages }: HttpsDeps,
): void {
  if (!production) return;
  app.addHook('onRequest', async (request, reply) => {
    reply.header('strict-transport-security', HSTS);
    if (!hasCertificate || request.protocol === 'https' || mayBePlain(request)) return;
    if (isPages(request)) return;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && request.url.startsWith('/'))
      return reply.redirect(`${publicUrl}${request.url}`, 308);
    return reply.code(403).send({ code: null, message: 'Use https.', field: null });
  });
}

function mayBePlain({ socket, headers, routeOptions }: FastifyRequest): boolean {
  const isDirect = headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined;
  return PROBES.has(routeOptions.url ?? '') || (isDirect && LOCAL.test(socket.remoteAddress ?? ''));
}
