import proxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';

const AWAY = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>One moment</title>
<p lang="en">This page is away for a moment. Nothing is lost: please try again in a minute.</p>
<p lang="sv">Sidan är borta en liten stund. Inget går förlorat: försök igen om en minut.</p>
<p lang="de">Diese Seite ist gerade nicht da. Nichts geht verloren: bitte in einer Minute noch einmal versuchen.</p>
<p lang="da">Siden er væk et øjeblik. Intet går tabt: prøv igen om et minut.</p>
<p lang="cs">Stránka je na chvíli nedostupná. Nic se neztratí: zkuste to prosím za minutu znovu.</p>
`;

/** Everything that is not the API's own is a page of the preference center, under the same origin. */
export async function servePages(app: FastifyInstance, preferenceCenterUrl: string): Promise<void> {
  await app.register(proxy, {
    upstream: preferenceCenterUrl,
    // It would log each URL that it fetches, and ours hold tokens: an admin's way in, a way back.
    disableRequestLogging: true,
    httpMethods: ['GET', 'HEAD', 'POST'],
    replyOptions: {
      // The pages note where a wish came from; they believe this header, so a client's own never gets through.
      rewriteRequestHeaders: (request, headers) => ({
        ...headers,
        'x-forwarded-for': request.ip,
        'x-forwarded-proto': request.protocol,
        'x-forwarded-host': request.host,
      }),
      onError: (reply, { error }) => {
        reply.log.error({ err: error }, 'the preference center does not answer');
        reply.code(503).header('retry-after', '30').header('cache-control', 'no-store');
        reply.type('text/html; charset=utf-8').send(AWAY);
      },
    },
  });
}
