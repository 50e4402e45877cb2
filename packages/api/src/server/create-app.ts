import type { Database } from '@adieu/db';
import type { KeyRing } from '@adieu/keys';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import { serveAudience } from '../http/audience/audience.ts';
import { type DownloadPace, Downloads } from '../http/downloads.ts';
import { createExportLimit } from '../http/limit-exports.ts';
import {
  confirmSubscription,
  type EventIngresses,
  type ResolveTxt,
  type SmsIngresses,
} from '@adieu/intake';
import { type Installation, LOCAL_INSTALLATION } from '../installation.ts';
import { EventCounts } from '../http/events/event-counts.ts';
import { serveEvents } from '../http/events/events.ts';
import { serveGraphql } from '../graphql/serve-graphql.ts';
import { serveOneClick } from '../http/one-click.ts';
import { serveShortLinks } from '../http/short-links.ts';
import { serveTestLinks } from '../http/test-links.ts';
import { ReadyCampaigns } from '../ready-campaigns.ts';
import { serveWebVersion } from '../http/web-version.ts';
import { serveGraphiql } from '../http/graphiql.ts';
import { serveHealth } from '../http/health.ts';
import { serveMetrics } from '../http/metrics/metrics.ts';
import { serveReports } from '../http/reports/reports.ts';
import { tellInHttp } from '../http/away.ts';
import { serveListUpload } from '../http/list-upload.ts';
import { serveRejectedRows } from '../http/rejected-rows.ts';
import { clientOf } from '../http/client.ts';
import { answerErrors, errorAnswer } from './answer-errors.ts';
import { ConnectionsByClient } from './connections-by-client.ts';
import {
  type Certificate,
  CONNECTION_LIMITS,
  type ConnectionLimits,
  createOnePort,
} from './one-port.ts';
import { trustedProxies } from './trusted-proxies.ts';
import { requireHttps } from './require-https.ts';
import { serveSms } from '../http/sms/sms.ts';
import { serveSignIn } from '../http/sign-in/sign-in.ts';
import type { OidcSettings } from '../http/sign-in/oidc-settings.ts';
import { watchRoutes } from '../http/access/watch-routes.ts';
import { serveV1 } from '../http/v1/v1.ts';
import { servePages } from '../http/pages.ts';

export interface AppDeps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly certificate: Certificate | null;
  readonly connectionLimits?: ConnectionLimits;
  /** Of whoever reads lists that leave the house. */
  readonly downloadPace?: DownloadPace;
  readonly preferenceCenterUrl: string;
  /** What the pages and the api share; null or not given: nobody is the pages. */
  readonly pagesSecret?: string | null;
  readonly trustedProxies: string | null;
  readonly graphiql: boolean;
  /** File of what GraphiQL opens with on this machine; null or not given: nothing. */
  readonly graphiqlOpening?: string | null;
  /** Who reads `/metrics`; null = there is no such page. */
  readonly metricsToken: string | null;
  /** How each SMS gateway speaks to us, by its name; not given: there is none. */
  readonly smsIngresses?: SmsIngresses;
  /** How each provider of mail tells us of it, by its name; not given: there is none. */
  readonly eventIngresses?: EventIngresses;
  /** How the subscription of one is confirmed; not given: by its URL. */
  readonly confirmEvents?: (url: string) => Promise<boolean>;
  /** Short codes of the installation itself, to which anybody may write STOP; none given: it has none. */
  readonly shortCodes?: ReadonlySet<string>;
  /** How members sign in besides by mailed links; not given: not at all. */
  readonly oidc?: OidcSettings | null;
  /** What checks of campaigns know of the installation; not given: as on a machine where one tries. */
  readonly installation?: Installation;
  /** By which domains are proven; not given: this machine's name servers. */
  readonly resolveTxt?: ResolveTxt;
}

/** The public origin: one click, mails in a browser, GraphQL, audiences, health, metrics; every other path is a page of the preference center. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const { certificate, log, connectionLimits = CONNECTION_LIMITS } = deps;
  const isProxy = trustedProxies(deps.trustedProxies);
  const clients = new ConnectionsByClient(connectionLimits.ofOneClient, isProxy);
  const loggerInstance: FastifyBaseLogger = log;
  const answerError = errorAnswer(tellInHttp);
  const app = Fastify({
    loggerInstance,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    // Fastify would log URLs, and ours hold tokens.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: isProxy,
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    serverFactory: (handler) => createOnePort(handler, certificate, connectionLimits, clients),
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const line = {
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) request.log.warn(line, 'answered');
    else request.log.debug(line, 'answered');
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('referrer-policy', 'no-referrer').header('x-content-type-options', 'nosniff');
  });
  const { oidc = null } = deps;
  const signInProvider = oidc?.name;
  const installation = {
    ...(deps.installation ?? LOCAL_INSTALLATION),
    ...(signInProvider !== undefined && { signInProvider }),
  };
  const { publicUrl, production } = installation;
  answerErrors(app, tellInHttp);
  const pagesSecret = deps.pagesSecret ?? null;
  const isPages = (request: FastifyRequest): boolean => clientOf(request, pagesSecret).isPages;
  app.addHook('onRequest', async (request) => {
    if (isPages(request)) clients.release(request.raw.socket);
  });
  requireHttps(app, { production, publicUrl, hasCertificate: certificate !== null, isPages });
  watchRoutes(app);
  serveHealth(app, deps.db);
  const eventCounts = new EventCounts();
  serveMetrics(app, { ...deps, refusedConnections: clients.refused, eventCounts });
  await serveOneClick(app, deps);
  await serveTestLinks(app);
  const { smsIngresses = { ingressOf: () => null }, shortCodes } = deps;
  await serveSms(app, {
    ...deps,
    publicUrl,
    smsIngresses,
    shortCodes: shortCodes ?? new Set(Object.values(installation.shortCodes)),
  });
  const { eventIngresses = { ingressOf: () => null }, confirmEvents = confirmSubscription } = deps;
  await serveEvents(app, {
    ...deps,
    publicUrl,
    mailDomain: installation.mailDomain,
    eventIngresses,
    confirm: confirmEvents,
    count: eventCounts,
  });
  serveShortLinks(app, { ...deps, publicUrl });
  const campaigns = new ReadyCampaigns(deps.db);
  serveWebVersion(app, { ...deps, publicUrl, campaigns });
  const exports = createExportLimit();
  const downloads = new Downloads(deps);
  serveAudience(app, { ...deps, exports, downloads });
  serveReports(app, { ...deps, exports, downloads });
  await serveV1(app, { ...deps, publicUrl });
  await serveListUpload(app, deps);
  serveRejectedRows(app, { ...deps, downloads });
  await serveGraphql(app, { ...deps, installation, campaigns, introspection: deps.graphiql });
  if (deps.graphiql) serveGraphiql(app, deps.graphiqlOpening ?? null);
  serveSignIn(app, { ...deps, publicUrl, oidc });
  await servePages(app, deps.preferenceCenterUrl, pagesSecret);
  return app;
}
