// First: the decorators below it read metadata as they load.
import 'reflect-metadata';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { askTogether, type Database, isDatabaseAway } from '@adieu/db';
import { createResolveTxt, type ResolveTxt } from '@adieu/intake';
import type { KeyRing } from '@adieu/keys';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AfterAnswer } from '../after-answer.ts';
import { RETRY_AFTER_SECONDS } from '../http/away.ts';
import { clientOf } from '../http/client.ts';
import { keyOf, sessionOf } from '../http/known-key.ts';
import { KNOWN } from './access/bounded-document.ts';
import { firstBadVariable } from './access/first-bad-variable.ts';
import { keyRefused } from './access/key-errors.ts';
import { limitStrangers } from './access/limit-strangers.ts';
import { ChangesFeed } from './changes/feed.ts';
import { pointToStream } from './changes/point-to-stream.ts';
import { serveChanges, STREAM_PATH } from './changes/serve-changes.ts';
import { type Installation, LOCAL_INSTALLATION } from '../installation.ts';
import type { Context } from './shared/context.ts';
import type { ReadyCampaigns } from '../ready-campaigns.ts';
import { createLoaders } from './shared/loaders.ts';
import { formatError } from './shared/format-error.ts';
import { MOST_MISTAKES } from './shared/short-message.ts';
import { createSchema } from './schema.ts';

export interface GraphqlDeps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly introspection: boolean;
  /** By which our pages are known; null or not given: they are not. */
  readonly pagesSecret?: string | null;
  readonly installation?: Installation;
  /** Not given: this machine's name servers. */
  readonly resolveTxt?: ResolveTxt;
  readonly campaigns: ReadyCampaigns;
}

/** A CSV comes as a variable; files larger than this are not for one request. */
const BODY_LIMIT = 32 * 1024 * 1024;

/** Enough for the pages and any admin's client, too little for a query made to hurt. */
const LIMITS = {
  maxDepth: { n: 12 },
  maxAliases: { n: 30 },
  maxDirectives: { n: 30 },
  costLimit: { maxCost: 20_000 },
  // Apollo does these two itself. The armor's own are plugins, which turn a client's mistake into a fault (500).
  maxTokens: { enabled: false },
  blockFieldSuggestion: { enabled: false },
};

/** `/graphql`: Apollo Server with everything that an operation may use. */
export async function serveGraphql(app: FastifyInstance, deps: GraphqlDeps): Promise<void> {
  const armor = new ApolloArmor(LIMITS).protect();
  const schema = await createSchema();
  const changes = new ChangesFeed(deps.db, deps.clock, deps.log);
  const telling = { log: deps.log, hints: deps.introspection };
  // Streams would keep the server from closing.
  app.addHook('preClose', async () => changes.close());
  const afterAnswer = new AfterAnswer(deps.log);
  app.addHook('onClose', async () => afterAnswer.idle());
  const gate = askTogether((organisationId) => deps.db.ofTenant(organisationId).sql);
  const own = { ...deps, changes, afterAnswer, gate };
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: deps.introspection,
    hideSchemaDetailsFromClientErrors: !deps.introspection,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: KNOWN.tokens },
    validationRules: armor.validationRules,
    validationOptions: { maxErrors: MOST_MISTAKES },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(app),
      pointToStream,
      refuseVariables,
      markReplays,
      askToComeAgain,
    ],
    formatError: (shown, error) => formatError(telling, shown, error),
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.bodyLimit = BODY_LIMIT;
    });
    limitStrangers(scope, { ...deps, hints: deps.introspection });
    const answerByEvents = serveChanges(scope, {
      ...deps,
      schema,
      validationRules: armor.validationRules,
      telling,
      changes,
      createContext: (request, gone) => createContext(own, request, gone),
    });
    // Clients with one address for all of it, as GraphiQL, ask for events here.
    scope.addHook('preHandler', async (request, reply) => {
      const { method, headers, routeOptions } = request;
      const isOwn = routeOptions.url === STREAM_PATH;
      if (!isOwn && method === 'POST' && headers.accept === 'text/event-stream')
        return answerByEvents(request, reply);
    });
    await scope.register(fastifyApollo(apollo), {
      context: (request: FastifyRequest) => createContext(own, request),
    });
  });
}

const NEVER = new AbortController().signal;

async function createContext(
  deps: GraphqlDeps & Pick<Context, 'changes' | 'afterAnswer' | 'gate'>,
  request: FastifyRequest,
  gone = NEVER,
): Promise<Context> {
  const { db, ring, log, clock } = deps;
  const now = clock();
  const session = await sessionOf(db, request, now);
  const key = await keyOf(db, request, now);
  if ('refused' in key && key.refused !== 'missing') throw keyRefused(key.refused);
  const viewer = 'refused' in key ? null : key;
  const own = viewer === null ? db : db.ofTenant(viewer.organisationId);
  return {
    db: own,
    engine: db,
    ring,
    log,
    now,
    client: clientOf(request, deps.pagesSecret ?? null),
    viewer,
    session,
    loaders: createLoaders(own),
    campaigns: deps.campaigns,
    installation: deps.installation ?? LOCAL_INSTALLATION,
    changes: deps.changes,
    afterAnswer: deps.afterAnswer,
    gate: deps.gate,
    resolveTxt: deps.resolveTxt ?? createResolveTxt(),
    gone,
    replayed: false,
  };
}

/** Tells clients that an answer is an earlier one. */
const markReplays: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, response }) {
        if (contextValue.replayed) response.http.headers.set('idempotent-replayed', 'true');
      },
    };
  },
};

/** Variables are read before anything is done, and the first mistake ends it. */
const refuseVariables: ApolloServerPlugin<Context> = {
  async requestDidStart({ schema }) {
    return {
      async didResolveOperation({ operation, request }) {
        const bad = operation && firstBadVariable(schema, operation, request.variables ?? {});
        if (bad) throw bad;
      },
    };
  },
};

/** While the database is away a client is asked to come again, as by every other route. */
const askToComeAgain: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ errors, response }) {
        if (!errors?.some(({ originalError }) => isDatabaseAway(originalError))) return;
        response.http.status = 503;
        response.http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
      },
    };
  },
};
