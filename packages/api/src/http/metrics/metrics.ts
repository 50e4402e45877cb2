import type { FastifyInstance, FastifyReply } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { EventCounts } from '../events/event-counts.ts';
import { createRecordMetrics, type RecordMetricsDeps } from './record-metrics.ts';

export interface MetricsDeps extends RecordMetricsDeps {
  /** Who sends it as a bearer token reads the metrics; null = nobody does. */
  readonly metricsToken: string | null;
  /** How many connections were closed at once, by the limit that did it. */
  readonly refusedConnections: Readonly<Record<'client' | 'all', number>>;
  readonly eventCounts: EventCounts;
}

const BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

/**
 * `GET /metrics` for Prometheus, behind METRICS_TOKEN: the api's port is the public one. Without a token there is no such
 * page. Routes are told by their template, never by their path, which holds tokens.
 */
export function serveMetrics(app: FastifyInstance, deps: MetricsDeps): void {
  const { metricsToken } = deps;
  if (metricsToken === null) {
    app.get('/metrics', (_request, reply) => reply.code(404).send({ status: 'no metrics here' }));
    return;
  }
  const register = new Registry();
  collectDefaultMetrics({ register });
  const record = createRecordMetrics(register, deps);
  const durations = new Histogram({
    name: 'adieu_http_request_seconds',
    help: 'How long requests took, by method, template of the route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS_SECONDS,
    registers: [register],
  });
  countRefused(register, deps.refusedConnections);
  deps.eventCounts.showIn(register);
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const labels = { method, route: routeOptions.url ?? 'none', status: String(reply.statusCode) };
    durations.observe(labels, reply.elapsedTime / 1000);
  });
  app.addHook('onReady', () => record.begin());
  app.get('/metrics', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (!isToken(request.headers.authorization, metricsToken)) return refuse(reply);
    await record.refresh();
    return reply.type(register.contentType).send(await register.metrics());
  });
}

function countRefused(register: Registry, refused: MetricsDeps['refusedConnections']): void {
  const counter = new Counter({
    name: 'adieu_connections_refused_total',
    help: 'Connections that were closed at once: one client address had too many, or all together',
    labelNames: ['limit'] as const,
    registers: [],
    collect() {
      this.reset();
      this.inc({ limit: 'client' }, refused.client);
      this.inc({ limit: 'all' }, refused.all);
    },
  });
  register.registerMetric(counter);
}

/** Compared by digest, in constant time and whatever the length. */
function isToken(authorization: string | undefined, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}

function refuse(reply: FastifyReply): FastifyReply {
  return reply.code(401).header('www-authenticate', 'Bearer').send({ status: 'send the token' });
}
