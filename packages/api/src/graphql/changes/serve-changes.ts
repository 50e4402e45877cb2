import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { createHandler, type Response } from 'graphql-sse';
import { carryRights } from '../access/held-rights.ts';
import { noKey } from '../access/key-errors.ts';
import type { Context } from '../shared/context.ts';
import { createLoaders } from '../shared/loaders.ts';
import { KNOWN } from '../access/bounded-document.ts';
import { firstBadVariable } from '../access/first-bad-variable.ts';
import { formatError } from '../shared/format-error.ts';
import { MOST_MISTAKES, toldError } from '../shared/short-message.ts';
import type { ChangesDeps } from './changes-deps.ts';
import { SendWindow } from './send-window.ts';
import { reconnect, tooManyStreams } from './stream-errors.ts';
import { KEEP_OPEN, RETRY_LATER } from './stream-headers.ts';

export const STREAM_PATH = '/graphql/stream';

interface Stream {
  readonly request: FastifyRequest;
  readonly gone: AbortSignal;
  readonly window: SendWindow;
}

type EventAnswer = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Events that may wait for a client that does not read. */
const WINDOW = 16;
/** Streams that one key may hold open at once. */
const MOST_STREAMS = 20;

/**
 * `POST /graphql/stream`: subscriptions as server-sent events, in the "distinct connections mode" of graphql-sse. Gives what
 * answers there, for who asks for events elsewhere.
 */
export function serveChanges(app: FastifyInstance, deps: ChangesDeps): EventAnswer {
  const { schema, validationRules } = deps;
  const handle = createHandler<Stream, undefined, Context & Record<PropertyKey, unknown>>({
    // Null: no stream is shared by operations, each has its own connection.
    authenticate: () => null,
    validate: (_schema, document) =>
      validate(schema, document, [...specifiedRules, ...validationRules], {
        maxErrors: MOST_MISTAKES,
      }).map((error) => toldError(error, deps.telling.hints)),
    subscribe: (args) => subscribe(deps, args),
    onSubscribe: (request, params) => prepare(deps, request.raw, params),
    onNext: async (_ctx, { raw }) => raw.window.enter(),
  });
  const answer: EventAnswer = async (request, reply) => {
    const gone = new AbortController();
    const window = new SendWindow(WINDOW);
    reply.raw.once('close', () => {
      gone.abort();
      window.close();
    });
    const [body, init] = await handle({
      method: request.method,
      url: request.url,
      headers: { get: (name) => headerOf(request, name) },
      body: request.body as Record<string, unknown>,
      raw: { request, gone: gone.signal, window },
      context: undefined,
    });
    if (body === null || typeof body === 'string')
      return reply
        .code(init.status)
        .headers(init.headers ?? {})
        .send(body ?? '');
    reply.hijack();
    reply.raw.writeHead(init.status, KEEP_OPEN);
    await write(reply, body, window);
    return reply;
  };
  app.post(STREAM_PATH, answer);
  return answer;
}

function headerOf({ headers }: FastifyRequest, name: string): string | null {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
}

async function prepare(
  { schema, changes, createContext, telling }: ChangesDeps,
  { request, gone }: Stream,
  params: { query: string; operationName?: string | null; variables?: object | null },
): Promise<(ExecutionArgs & { contextValue: Context & Record<PropertyKey, unknown> }) | Response> {
  let document;
  try {
    document = parse(params.query, { maxTokens: KNOWN.tokens });
  } catch (error) {
    return refuse(400, toldError(error as GraphQLError, telling.hints));
  }
  const operation = getOperationAST(document, params.operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
    return refuse(
      400,
      new GraphQLError('Only a subscription is served here; queries and mutations at /graphql.'),
    );
  try {
    const contextValue = { ...(await createContext(request, gone)) };
    if (contextValue.viewer === null) return refuse(401, noKey());
    if (changes.countOf(contextValue.viewer.id) >= MOST_STREAMS)
      return refuse(429, tooManyStreams(MOST_STREAMS), RETRY_LATER);
    const { operationName, variables } = params;
    const bad = firstBadVariable(schema, operation, { ...variables });
    if (bad !== null) return refuse(400, bad);
    return { schema, document, operationName, variableValues: variables as never, contextValue };
  } catch (error) {
    if (!(error instanceof GraphQLError)) {
      request.log.error({ err: error }, 'a stream could not begin');
      return refuse(503, reconnect(), RETRY_LATER);
    }
    return refuse(401, error);
  }
}

function refuse(
  status: number,
  error: GraphQLError,
  headers: Record<string, string> = {},
): Response {
  const body = JSON.stringify({ errors: [error.toJSON()] });
  const type = 'application/json; charset=utf-8';
  return [body, { status, statusText: '', headers: { 'content-type': type, ...headers } }];
}

/** Each event is an operation of its own: it sees the time and the rows of its moment, not those of the first one. */
async function* subscribe(
  { telling, clock }: ChangesDeps,
  args: ExecutionArgs & { contextValue: Context },
): AsyncGenerator<ExecutionResult> {
  const shown = ({ data, errors }: ExecutionResult): ExecutionResult => ({
    ...(errors && {
      errors: errors.map((error) => formatError(telling, error.toJSON(), error)) as never,
    }),
    ...(data !== undefined && { data }),
  });
  try {
    const source = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in source)) return yield shown(source);
    for await (const rootValue of source) {
      const loaders = createLoaders(args.contextValue.db);
      const contextValue = { ...args.contextValue, now: clock(), loaders };
      carryRights(args.contextValue, contextValue);
      yield shown(await execute({ ...args, rootValue, contextValue }));
    }
  } catch (error) {
    const known =
      error instanceof GraphQLError
        ? error
        : new GraphQLError('', { originalError: error as Error });
    yield shown({ errors: [known] });
  }
}

async function write(
  { raw }: FastifyReply,
  body: AsyncGenerator<string>,
  window: SendWindow,
): Promise<void> {
  raw.once('close', () => void body.return(undefined));
  for await (const chunk of body) {
    if (!raw.writable) break;
    // The callback comes when the kernel took it: a client that does not read holds the next event back.
    await new Promise<void>((resolve) => {
      raw.write(chunk, () => resolve());
    });
    if (chunk.startsWith('event: next')) window.leave();
  }
  raw.end();
}
