import type { Database } from '@adieu/db';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { Transform } from 'node:stream';
import { answerErrors } from '../../server/answer-errors.ts';
import { clientOf } from '../../http/client.ts';
import { keyOf } from '../../http/known-key.ts';
import { Turns } from '../../http/turns.ts';
import { toldOf } from '../shared/short-message.ts';
import { KNOWN, readBounded, STRANGER } from './bounded-document.ts';

/** Bytes of a body without a key that opens something: any of our pages' has a hundredth of it. */
const STRANGERS_BODY = 256 * 1024;

interface StrangerDeps {
  readonly db: Database;
  readonly clock: () => Date;
  readonly hints: boolean;
  readonly pagesSecret?: string | null;
}

/**
 * What stands before GraphQL: the key is read before the body is, who has none is given little room, and a document is
 * measured before it is worked on. So that nobody without a key keeps this process busy while a one-click waits.
 */
export function limitStrangers(scope: FastifyInstance, deps: StrangerDeps): void {
  const turns = new Turns();
  answerErrors(scope, (reply, { message, code }) =>
    reply
      .type('application/json; charset=utf-8')
      .send({ errors: [{ message, extensions: { code } }] }),
  );
  scope.addHook('preParsing', async (request, _reply, payload) => {
    if (await isKnown(deps, request)) return payload;
    if (Number(request.headers['content-length'] ?? 0) > STRANGERS_BODY) throw tooLarge();
    await turns.take();
    return payload.pipe(limitTo(STRANGERS_BODY));
  });
  scope.addHook('preHandler', async (request, reply) => {
    const query = documentOf(request);
    if (query === null) return;
    const isStranger = !(await isKnown(deps, request));
    if (isStranger) await turns.take();
    const read = readBounded(query, isStranger ? STRANGER : KNOWN);
    if ('refused' in read) return refuse(reply, read.refused, deps.hints);
  });
}

async function isKnown(deps: StrangerDeps, request: FastifyRequest): Promise<boolean> {
  const { db, clock, pagesSecret = null } = deps;
  if (clientOf(request, pagesSecret).isPages) return true;
  return !('refused' in (await keyOf(db, request, clock())));
}

function documentOf({ body, query }: FastifyRequest): string | null {
  for (const given of [body, query])
    if (typeof given === 'object' && given !== null && 'query' in given)
      return typeof given.query === 'string' ? given.query : null;
  return null;
}

function refuse(reply: FastifyReply, error: GraphQLError, hints: boolean): FastifyReply {
  const { locations, extensions } = error;
  const code = extensions['code'] ?? 'GRAPHQL_PARSE_FAILED';
  const message = toldOf(error.message, hints);
  return reply
    .code(400)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, ...(locations && { locations }), extensions: { code } }] });
}

function tooLarge(): Error {
  return Object.assign(new Error('a body without a key is too large'), { statusCode: 413 });
}

/** Passes on so many bytes, and fails at one more. */
function limitTo(most: number): Transform & { receivedEncodedLength: number } {
  let received = 0;
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      if (received > most) done(tooLarge());
      else done(null, chunk);
    },
  });
  return Object.defineProperty(
    limited as Transform & { receivedEncodedLength: number },
    'receivedEncodedLength',
    {
      get: () => received,
    },
  );
}
