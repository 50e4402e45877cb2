import {
  type EventIngress,
  type EventIngresses,
  type EventReply,
  type EventsDeps,
  takeEvents,
} from '@adieu/intake';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bytesOf, headOf, takeBytesAlone } from '../brought.ts';
import { originOf } from '../client.ts';
import { createInvalidLinkLimit } from '../invalid-link-limit.ts';

export interface EventsRouteDeps extends EventsDeps {
  readonly eventIngresses: EventIngresses;
  readonly publicUrl: string;
}

const BODY_LIMIT = 1024 * 1024;
const STRANGER = 401;
const NO_PROVIDER: EventReply = { status: 404, retryAfterSeconds: null };

/**
 * `/events/NAME`: what a provider of mail brings, as bytes and headers. Who it is and what it means is intake's. Of whom the headers
 * show to be a stranger no body is read. Strangers are counted after their proof was looked at, so that what a provider brings is never
 * refused for what others do from its addresses.
 */
export async function serveEvents(app: FastifyInstance, deps: EventsRouteDeps): Promise<void> {
  const limit = createInvalidLinkLimit();
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { status, retryAfterSeconds }: EventReply,
  ): Promise<FastifyReply> => {
    const isStranger = status === STRANGER || status === NO_PROVIDER.status;
    const many = isStranger && (await limit.isTooMany(originOf(request)));
    if (retryAfterSeconds !== null) reply.header('retry-after', String(retryAfterSeconds));
    return reply
      .code(many ? 429 : status)
      .header('cache-control', 'no-store')
      .send();
  };
  const refuse = (
    request: FastifyRequest,
    reply: FastifyReply,
    ingress: EventIngress,
  ): Promise<FastifyReply> => {
    deps.count.refused(ingress.name, 'UNKNOWN');
    return answer(request, reply, ingress.answer('refused'));
  };
  const ingressOf = (request: FastifyRequest): EventIngress | null =>
    deps.eventIngresses.ingressOf((request.params as { provider: string }).provider);
  const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const ingress = ingressOf(request);
    if (ingress === null) await answer(request, reply, NO_PROVIDER);
    else if (!ingress.mayBeFrom(headOf(request, deps.publicUrl)))
      await refuse(request, reply, ingress);
  };
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const ingress = ingressOf(request)!;
    const rawBody = bytesOf(request);
    if (rawBody.length > ingress.mostBytes) return refuse(request, reply, ingress);
    const brought = { ...headOf(request, deps.publicUrl), rawBody };
    return answer(request, reply, await takeEvents(deps, ingress, brought));
  };
  await app.register(async (scope) => {
    takeBytesAlone(scope);
    scope.post('/events/:provider', { bodyLimit: BODY_LIMIT, onRequest }, handler);
  });
}
