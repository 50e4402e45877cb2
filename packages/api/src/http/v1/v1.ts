import type { Viewer } from '@adieu/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { admit } from '../access/admit.ts';
import type { Row } from '../../graphql/access/area.ts';
import { refusal, type Refusal, type V1Deps } from './asked.ts';
import { changes } from './changes.ts';
import { check } from './check.ts';
import { answerLines, type Page } from './lines.ts';
import { createKeyLimit } from './limit.ts';
import { optOuts } from './opt-outs.ts';
import { OPERATIONS } from './operations.ts';
import { serveReader } from './reader.ts';
import { rowFor } from './row-for.ts';
import { suppressions } from './suppressions.ts';
import { tellWrong } from './tell-wrong.ts';

/** 10,000 of the longest mail addresses there are, in practice far less. */
const BODY_LIMIT = 4 * 1024 * 1024;

/** Never the reply itself: who awaits one gets nothing, once it was sent. */
type Answered = Page | Refusal | object;

/**
 * What third parties' programs use (D5): each request is let in by its key and counted before anything of it is read; its
 * query or body is read by the schema that openapi.json shows.
 */
export async function serveV1(app: FastifyInstance, deps: V1Deps): Promise<void> {
  serveReader(app);
  const mayGoOn = createKeyLimit();
  const viewers = new WeakMap<FastifyRequest, Viewer>();
  const onRequest = (row: Row) => async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store');
    const viewer = await admit(deps, request, row);
    if ('status' in viewer) {
      if (viewer.status === 401) reply.header('www-authenticate', 'Bearer');
      return tell(reply, refusal(viewer.status, 'FORBIDDEN', viewer.message));
    }
    if (!(await mayGoOn(reply, viewer.id))) return tell(reply, TOO_MANY);
    viewers.set(request, viewer);
    return undefined;
  };

  const serve = <Schema extends z.ZodType>(
    { method, url, row, asked }: { method: 'GET' | 'POST'; url: string; row: Row; asked: Schema },
    answer: (
      asked: { viewer: Viewer; body: z.output<Schema> },
      request: FastifyRequest,
    ) => Promise<Answered>,
  ): void => {
    app.route({
      method,
      url,
      bodyLimit: BODY_LIMIT,
      exposeHeadRoute: false,
      onRequest: async (request, reply) => onRequest(asksFor(request, row))(request, reply),
      handler: async (request, reply) => {
        const read = asked.safeParse(method === 'GET' ? request.query : request.body);
        if (!read.success) return tell(reply, tellWrong(read.error));
        const viewer = viewers.get(request)!;
        const answered = await answer({ viewer, body: read.data }, request);
        if (isRefusal(answered)) return tell(reply, answered);
        return isPage(answered) ? answerLines(request, reply, answered) : answered;
      },
    });
  };

  const [ofCheck, ofList, ofChanges, ofOptOuts] = OPERATIONS;
  serve(ofCheck, (asked) => check(deps, asked));
  serve(ofList, (asked) => suppressions(deps, asked));
  serve(ofChanges, (asked) => changes(deps, asked));
  serve(ofOptOuts, (asked, { headers }) => optOuts(deps, asked, idempotencyKeyOf(headers)));
}

/** Addresses in clear have a row of their own, looked at before anything else is. */
function asksFor({ query }: FastifyRequest, row: Row): Row {
  const { addresses } = query as { addresses?: unknown };
  return addresses === 'clear' ? rowFor({ addresses }) : row;
}

function idempotencyKeyOf(headers: FastifyRequest['headers']): string | undefined {
  const given = headers['idempotency-key'];
  return Array.isArray(given) ? given.join(', ') : given;
}

function isPage(answered: Answered): answered is Page {
  return 'items' in answered && 'end' in answered;
}

function isRefusal(answered: Answered): answered is Refusal {
  return 'status' in answered && 'code' in answered && 'message' in answered;
}

function tell(reply: FastifyReply, { status, code, message, field }: Refusal): FastifyReply {
  return reply.code(status).send({ code, message, field });
}

const TOO_MANY = refusal(
  429,
  'LIMIT_REACHED',
  'This key asked too much within a minute. Come again after Retry-After seconds; ask about many at once.',
);
