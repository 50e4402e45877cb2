// First: the decorators below it read metadata as they load.
import 'reflect-metadata';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { Database } from '@adieu/db';
import type { KeyRing } from '@adieu/keys';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { readApiKey } from '../http/read-api-key.ts';
import { keyRefused } from './access/guard.ts';
import { ChangesFeed } from './changes/feed.ts';
import { pointToStream } from './changes/point-to-stream.ts';
import { serveChanges } from './changes/serve-changes.ts';
import { type Installation, LOCAL_INSTALLATION } from '../installation.ts';
import type { Context } from './shared/context.ts';
import type { ReadyCampaigns } from '../ready-campaigns.ts';
import { createLoaders } from './shared/loaders.ts';
import { formatError } from './shared/format-error.ts';
import { createSchema } from './schema.ts';

export interface GraphqlDeps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly introspection: boolean;
  readonly installation?: Installation;
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
const MOST_TOKENS = 3_000;

/** `/graphql`: Apollo Server with everything that an operation may use. */
export async function serveGraphql(app: FastifyInstance, deps: GraphqlDeps): Promise<void> {
  const armor = new ApolloArmor(LIMITS).protect();
  const schema = await createSchema();
  const changes = new ChangesFeed(deps.db, deps.clock, deps.log);
  // Streams would keep the server from closing.
  app.addHook('preClose', async () => changes.close());
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: deps.introspection,
    hideSchemaDetailsFromClientErrors: !deps.introspection,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: armor.validationRules,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(app),
      pointToStream,
      markReplays,
    ],
    formatError: (shown, error) => formatError(deps.log, shown, error),
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const answerByEvents = serveChanges(app, {
    ...deps,
    schema,
    validationRules: armor.validationRules,
    maxTokens: MOST_TOKENS,
    changes,
    createContext: (request, gone) => createContext(deps, changes, request, gone),
  });
  await app.register(async (scope) => {
    // Clients with one address for all of it, as GraphiQL, ask for events here.
    scope.addHook('preHandler', async (request, reply) => {
      const { method, headers } = request;
      if (method === 'POST' && headers.accept === 'text/event-stream')
        return answerByEvents(request, reply);
    });
    scope.addHook('onRoute', (route) => {
      route.bodyLimit = BODY_LIMIT;
    });
    await scope.register(fastifyApollo(apollo), {
      context: (request: FastifyRequest) => createContext(deps, changes, request),
    });
  });
}

const NEVER = new AbortController().signal;

async function createContext(
  deps: GraphqlDeps,
  changes: ChangesFeed,
  request: FastifyRequest,
  gone = NEVER,
): Promise<Context> {
  const { db, ring, log, clock } = deps;
  const key = await readApiKey(db, request, clock());
  if ('refused' in key && key.refused !== 'missing') throw keyRefused(key.refused);
  const viewer = 'refused' in key ? null : key;
  return {
    db,
    ring,
    log,
    now: clock(),
    viewer,
    loaders: createLoaders(db),
    campaigns: deps.campaigns,
    installation: deps.installation ?? LOCAL_INSTALLATION,
    changes,
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
