import {
  type SmsInDeps,
  type SmsIngress,
  type SmsIngresses,
  type SmsReply,
  takeSms,
} from '@adieu/intake';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bytesOf, headOf, takeBytesAlone } from '../brought.ts';
import { originOf } from '../client.ts';
import { createInvalidLinkLimit } from '../invalid-link-limit.ts';

export interface SmsRouteDeps extends SmsInDeps {
  readonly smsIngresses: SmsIngresses;
  readonly publicUrl: string;
}

const BODY_LIMIT = 64 * 1024;
const STRANGER = 401;
const NO_GATEWAY: SmsReply = { status: 404, contentType: null, body: '', retryAfterSeconds: null };

/**
 * `/sms/NAME` and `/sms/NAME/status`: what a gateway brings, as bytes and headers. Who it is and what it means is intake's. Of whom
 * the headers show to be a stranger no body is read. Strangers are counted after their proof was looked at: gateways have addresses in
 * common with other customers of theirs, and what a gateway brings is never refused for what those do.
 */
export async function serveSms(app: FastifyInstance, deps: SmsRouteDeps): Promise<void> {
  const limit = createInvalidLinkLimit();
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { status, contentType, body, retryAfterSeconds }: SmsReply,
  ): Promise<FastifyReply> => {
    const isStranger = status === STRANGER || status === NO_GATEWAY.status;
    const many = isStranger && (await limit.isTooMany(originOf(request)));
    if (retryAfterSeconds !== null) reply.header('retry-after', String(retryAfterSeconds));
    if (contentType !== null) reply.type(contentType);
    reply.code(many ? 429 : status).header('cache-control', 'no-store');
    return body === '' ? reply.send() : reply.send(body);
  };
  const ingressOf = (request: FastifyRequest): SmsIngress | null =>
    deps.smsIngresses.ingressOf((request.params as { gateway: string }).gateway);
  const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const ingress = ingressOf(request);
    if (ingress === null) await answer(request, reply, NO_GATEWAY);
    else if (!ingress.mayBeFrom(headOf(request, deps.publicUrl)))
      await answer(request, reply, ingress.answer('stranger'));
  };
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const rawBody = bytesOf(request);
    const brought = { ...headOf(request, deps.publicUrl), rawBody };
    return answer(request, reply, await takeSms(deps, ingressOf(request)!, brought));
  };
  await app.register(async (scope) => {
    takeBytesAlone(scope);
    for (const url of ['/sms/:gateway', '/sms/:gateway/status'])
      scope.route({
        method: ['GET', 'POST'],
        url,
        bodyLimit: BODY_LIMIT,
        exposeHeadRoute: false,
        onRequest,
        handler,
      });
  });
}
