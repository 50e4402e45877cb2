import { type Database, type Evidence, recordTogether } from '@adieu/db';
import { type KeyRing, verifyMessageLink } from '@adieu/keys';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { originOf } from './client.ts';
import { createInvalidLinkLimit } from './invalid-link-limit.ts';
import { rawHash } from '../raw-hash.ts';
import { isOneClick } from './one-click-body.ts';

export interface OneClickDeps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly clock: () => Date;
}

const BODY_LIMIT = 4 * 1024;
const DONE = 'Done. No more of these messages will be sent to you.\n';
// A client takes 2xx for done, and says so to its reader: so what is not in force is never answered with one.
const EXEMPT =
  'These messages are exempt from unsubscribing, so nothing was changed. Open the link in a browser to leave all marketing.\n';
const NOT_A_LINK =
  'This link is not complete, or it is not one of ours. Please use the whole link from the message.\n';
const AWAY = 'This can not be recorded right now. Please try again in a minute.\n';
const SHOW_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Unsubscribe</title>
<p>Nothing has changed yet. <a href="">Open the page to unsubscribe.</a>
`;

/**
 * `POST /u/<token>` of RFC 8058: acts without cookies, scripts or login, and answers after the commit alone. Other
 * methods than GET and HEAD, which show the page, are refused.
 */
export async function serveOneClick(app: FastifyInstance, deps: OneClickDeps): Promise<void> {
  const limit = createInvalidLinkLimit();
  const leave = recordTogether(deps.db.sql);
  await app.register(async (scope) => {
    // A type that it can not read would be refused before anybody looked at the wish.
    scope.addHook('onRequest', (request, _reply, done) => {
      request.raw.headers['content-type'] = 'text/plain';
      done();
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    );
    scope.post('/u/:token', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const messageId = verifyMessageLink(deps.ring, (request.params as { token: string }).token);
      if (messageId === null) return refuse(request, reply, limit);
      const body = typeof request.body === 'string' ? request.body : '';
      if (!isOneClick(body))
        return plain(reply).code(400).type('text/html; charset=utf-8').send(SHOW_PAGE);
      return record({ ...deps, leave }, messageId, request, reply);
    });
    scope.route({
      method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: '/u/:token',
      handler: (_request, reply) =>
        plain(reply).code(405).header('allow', 'GET, HEAD, POST').send('Use GET or POST.\n'),
    });
  });
}

async function record(
  { leave, clock }: OneClickDeps & { readonly leave: ReturnType<typeof recordTogether> },
  messageId: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    const recorded = await leave({ messageId, evidence: evidenceOf(request), now: clock() });
    if ('refused' in recorded && recorded.refused === 'exempt')
      return plain(reply).code(403).send(EXEMPT);
    return 'refused' in recorded
      ? plain(reply).code(404).send(NOT_A_LINK)
      : plain(reply).send(DONE);
  } catch (error) {
    // Whatever it was, the wish is not recorded: the client must hear that, and come again (O-11).
    request.log.error({ err: error }, 'a one-click wish could not be recorded');
    return plain(reply).code(503).header('retry-after', '30').send(AWAY);
  }
}

async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  limit: ReturnType<typeof createInvalidLinkLimit>,
): Promise<FastifyReply> {
  if (await limit.isTooMany(originOf(request)))
    return plain(reply).code(429).header('retry-after', '60').send(NOT_A_LINK);
  return plain(reply).code(404).send(NOT_A_LINK);
}

function plain(reply: FastifyReply): FastifyReply {
  return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store');
}

/** What speaks for a wish. Its path is the pattern, without the token. */
function evidenceOf(request: FastifyRequest): Evidence {
  const { 'user-agent': userAgent, date } = request.headers;
  const headers = { 'user-agent': userAgent, date };
  const body = typeof request.body === 'string' ? request.body : '';
  return { path: '/u/:token', origin: originOf(request), headers, sha256: rawHash(headers, body) };
}
