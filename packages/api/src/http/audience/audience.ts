import { type Database, startExport } from '@adieu/db';
import { holds, type Viewer } from '@adieu/domain';
import { LIST_OUT_TYPES } from '@adieu/intake';
import type { KeyRing } from '@adieu/keys';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fromId, toId } from '../../graphql/shared/ids.ts';
import { admit, reaches } from '../access/admit.ts';
import { withoutLink } from '../access/list-link.ts';
import { AUDIENCE, UNFILTERED_AUDIENCE } from '../access/routes.ts';
import type { Downloads } from '../downloads.ts';
import { type ExportLimit, RETRY_SECONDS, tooManyExports } from '../limit-exports.ts';
import { type ExportDeps, openExportStream } from './export-stream.ts';
import { type AudienceQuery, readAudienceQuery } from './read-query.ts';
import { EXPORT_REFUSALS, type Refused } from './refusals.ts';

/**
 * `GET /audience/<book>`: the contacts of a book that may be written to (D3), streamed from one snapshot. Its end is told
 * apart from a cut: NDJSON by its last line, all formats by trailers; whatever fails on the way cuts the connection.
 */
export function serveAudience(
  app: FastifyInstance,
  deps: {
    readonly db: Database;
    readonly clock: () => Date;
    readonly ring: KeyRing;
    readonly exports: ExportLimit;
    readonly downloads: Downloads;
  },
): void {
  // A HEAD would be an export that nobody reads.
  app.get('/audience/:bookId', { exposeHeadRoute: false }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const owner = await admit(deps, request, AUDIENCE).catch(() => 'away' as const);
    if (owner === 'away') return away(reply);
    if ('status' in owner) return refuse(reply, { ...owner, code: 'FORBIDDEN', field: null });
    const query = readAudienceQuery(withoutLink(request.query), request.headers.accept);
    if ('message' in query) return refuse(reply, { ...query, status: 400, code: 'INVALID_INPUT' });
    if (query.unfiltered && !holds(owner, ...UNFILTERED_AUDIENCE.rights))
      return refuse(reply, ADMINS_ONLY);
    if (!deps.exports.takeFor(reply, owner.organisationId)) return tooManyExports(reply);
    try {
      const { db, clock } = deps;
      deps.downloads.watch(reply, owner);
      const own = { clock, db: db.ofTenant(owner.organisationId), engine: db };
      return await hand(own, owner, query, request, reply);
    } catch (err) {
      // The gate cannot be read, so nobody is handed out.
      request.log.error({ err }, 'an audience could not be read');
      return away(reply);
    }
  });
}

async function hand(
  deps: Omit<ExportDeps, 'log'>,
  owner: Viewer,
  query: AudienceQuery,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const addressBookId = fromId('book', (request.params as { bookId: string }).bookId);
  const row = query.unfiltered ? UNFILTERED_AUDIENCE : AUDIENCE;
  const named = addressBookId === null ? [] : [{ kind: 'book', id: addressBookId } as const];
  if (addressBookId === null || !(await reaches(deps.db, owner, row, named)))
    return refuse(reply, EXPORT_REFUSALS['not-found']);
  const now = deps.clock();
  const started = await startExport(deps.db.sql, {
    organisationId: owner.organisationId,
    addressBookId,
    topicId: query.topic,
    use: query.use,
    purpose: query.purpose,
    unfiltered: query.unfiltered,
    format: query.format,
    madeBy: owner.name,
    apiKeyId: owner.kind === 'KEY' ? owner.id : null,
    now,
  });
  if ('refused' in started) return refuse(reply, EXPORT_REFUSALS[started.refused]);
  const { body, end } = await openExportStream({ ...deps, log: request.log }, started, query);
  reply
    .type(LIST_OUT_TYPES[query.format])
    .header('content-disposition', `attachment; filename="audience.${query.format}"`)
    .header('adieu-as-of', now.toISOString())
    .header('adieu-export-id', toId('export', started.exportId));
  reply.trailer('adieu-complete', async () => 'true');
  reply.trailer('adieu-count', async () => String(end().count));
  reply.trailer('adieu-stopped', async () => JSON.stringify(end().stopped));
  reply.trailer('content-digest', async () => `sha-256=:${end().digest}:`);
  return reply.send(body);
}

const ADMINS_ONLY: Refused = {
  status: 403,
  code: 'FORBIDDEN',
  message: 'An unfiltered list needs a key of the role ADMIN.',
  field: 'unfiltered',
};

function refuse(reply: FastifyReply, { status, code, message, field }: Refused): FastifyReply {
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.code(status).send({ code, message, field });
}

function away(reply: FastifyReply): FastifyReply {
  return reply.code(503).header('retry-after', String(RETRY_SECONDS)).send({
    code: null,
    message: 'The gate cannot be read right now, so nobody is handed out. Please try again.',
    field: null,
  });
}
