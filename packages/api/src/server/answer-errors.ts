import { randomUUID } from 'node:crypto';
import { isDatabaseAway } from '@adieu/db';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Failed, hasLeft, RETRY_AFTER_SECONDS, type Teller } from '../http/away.ts';

/** What is wrong with a request that no route could read, by its status. In words of ours: the framework's own quote what came. */
const UNREADABLE: Readonly<Record<number, string>> = {
  413: 'This is larger than what is taken here.',
  414: 'This address is too long.',
  415: 'This content type is not taken here.',
};
const UNREAD = 'This request can not be read.';

/**
 * The one answer of all routes to what they throw: 503 with Retry-After while the database is away, the mistake of a
 * request that can not be read in a few words, and a number to ask for where it is a fault of ours. Nothing that an error says
 * is told, as it may hold anything.
 */
export function answerErrors(app: FastifyInstance, tell: Teller): void {
  app.setErrorHandler(errorAnswer(tell));
}

/** The same for what fails before there is a route: the framework's own answer quotes the address, and with it a link's token. */
export function errorAnswer(tell: Teller) {
  return (
    error: Error & { statusCode?: number },
    request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply => {
    const failed = judge(error, request, reply);
    reply
      .code(failed.status)
      .header('cache-control', 'no-store')
      .removeHeader('content-disposition');
    if (failed.status === 503) reply.header('retry-after', String(RETRY_AFTER_SECONDS));
    return tell(reply, failed, request);
  };
}

function judge(
  error: Error & { statusCode?: number; code?: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Failed {
  if (isDatabaseAway(error)) {
    request.log.warn({ err: error }, 'the database is away');
    const message = 'This can not be done right now. Please try again in a minute.';
    return { status: 503, code: 'UNAVAILABLE', message };
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    const message = UNREADABLE[status] ?? UNREAD;
    return { status, code: 'BAD_REQUEST', message };
  }
  // What the proxy of the pages throws where its reader has gone. Nobody hears the answer.
  if (error.code === 'UND_ERR_ABORTED' && hasLeft(reply)) {
    request.log.debug('somebody left before they were answered');
    return { status: 400, code: 'BAD_REQUEST', message: UNREAD };
  }
  const reference = randomUUID();
  request.log.error({ err: error, reference }, 'a request failed');
  const message = `Something failed here. The log says more under ${reference}.`;
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message };
}
