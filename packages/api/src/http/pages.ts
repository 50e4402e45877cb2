import proxy from '@fastify/http-proxy';
import { PAGES_HEADER } from '@adieu/domain';
import type { FastifyInstance } from 'fastify';
import { originOf } from './client.ts';
import { AWAY_PAGE, hasLeft, RETRY_AFTER_SECONDS } from './away.ts';

/** Headers of one connection, not of what is asked for: what they ask is between a visitor and us. The client of the pages refuses them. */
const OF_THE_CONNECTION = new Set(['connection', 'expect', 'keep-alive', 'te', 'upgrade']);

/** Everything that is not the API's own is a page of the preference center, under the same origin. */
export async function servePages(
  app: FastifyInstance,
  preferenceCenterUrl: string,
  pagesSecret: string | null,
): Promise<void> {
  await app.register(proxy, {
    upstream: preferenceCenterUrl,
    // It would log each URL that it fetches, and ours hold tokens: an admin's way in, a way back.
    disableRequestLogging: true,
    httpMethods: ['GET', 'HEAD', 'POST'],
    replyOptions: {
      // The pages note where a wish came from; they believe this header beside the secret, so a client's own never get through.
      rewriteRequestHeaders: (request, headers) => ({
        ...Object.fromEntries(
          Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.has(name)),
        ),
        'x-forwarded-for': originOf(request),
        [PAGES_HEADER]: pagesSecret ?? '',
        'x-forwarded-proto': request.protocol,
        'x-forwarded-host': request.host,
      }),
      onError: (reply, { error }) => {
        if (hasLeft(reply)) reply.log.debug('somebody left before they were answered');
        else reply.log.error({ err: error }, 'the preference center does not answer');
        reply.code(503).header('retry-after', String(RETRY_AFTER_SECONDS));
        reply.header('cache-control', 'no-store');
        reply.type('text/html; charset=utf-8').send(AWAY_PAGE);
      },
    },
  });
}
