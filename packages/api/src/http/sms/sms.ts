import { type SmsInDeps, type SmsIngresses, type SmsRequest, takeSms } from '@adieu/intake';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { originOf } from '../client.ts';
import { createInvalidLinkLimit } from '../invalid-link-limit.ts';

export interface SmsRouteDeps extends SmsInDeps {
  readonly smsIngresses: SmsIngresses;
  readonly publicUrl: string;
}

const BODY_LIMIT = 64 * 1024;
const STRANGER = 401;

/** `/sms/NAME` and `/sms/NAME/status`: what a gateway brings, as bytes and headers. Who it is and what it means is intake's. */
export async function serveSms(app: FastifyInstance, deps: SmsRouteDeps): Promise<void> {
  const limit = createInvalidLinkLimit();
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const ingress = deps.smsIngresses.ingressOf((request.params as { gateway: string }).gateway);
    if (ingress === null) return reply.code(404).send();
    const { status, contentType, body, retryAfterSeconds } = await takeSms(
      deps,
      ingress,
      requestOf(request, deps.publicUrl),
    );
    const many = status === STRANGER && (await limit.isTooMany(originOf(request)));
    if (retryAfterSeconds !== null) reply.header('retry-after', String(retryAfterSeconds));
    if (contentType !== null) reply.type(contentType);
    reply.code(many ? 429 : status).header('cache-control', 'no-store');
    return body === '' ? reply.send() : reply.send(body);
  };
  await app.register(async (scope) => {
    // Signatures are of bytes, whatever type they are said to be.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    for (const url of ['/sms/:gateway', '/sms/:gateway/status'])
      scope.route({
        method: ['GET', 'POST'],
        url,
        bodyLimit: BODY_LIMIT,
        exposeHeadRoute: false,
        handler,
      });
  });
}

/** The address is the one that the gateway was told: a Host that somebody sends proves nothing. */
function requestOf(request: FastifyRequest, publicUrl: string): SmsRequest {
  return {
    method: request.method,
    publicUrl: `${publicUrl}${request.raw.url ?? ''}`,
    headers: request.headers,
    rawBody: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    remoteAddress: originOf(request),
  };
}
