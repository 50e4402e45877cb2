import {
  type Database,
  findAccount,
  findCampaigns,
  TREND_STEPS,
  type UnsubscribedOf,
} from '@adieu/db';
import type { Viewer } from '@adieu/domain';
import { LIST_OUT_FORMATS, LIST_OUT_TYPES, type ListOutFormat, writeList } from '@adieu/intake';
import type { KeyRing } from '@adieu/keys';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { fromId } from '../../graphql/shared/ids.ts';
import { oneOf, optionalId, readQuery } from '../query.ts';
import { admit, reaches } from '../access/admit.ts';
import { withoutLink } from '../access/list-link.ts';
import { REPORTS, UNSUBSCRIBED } from '../access/routes.ts';
import type { Row } from '../../graphql/access/area.ts';
import type { Downloads } from '../downloads.ts';
import { type ExportLimit, tooManyExports } from '../limit-exports.ts';
import { accountCsv } from './account-csv.ts';
import { campaignCsv } from './campaign-csv.ts';
import { UNSUBSCRIBED_COLUMNS, unsubscribedRows } from './unsubscribed-list.ts';

export interface ReportDeps {
  readonly db: Database;
  readonly clock: () => Date;
  readonly ring: KeyRing;
  readonly exports: ExportLimit;
  readonly downloads: Downloads;
}

const OF_ACCOUNT = z.strictObject({ step: oneOf(TREND_STEPS).default('MONTH') });
const OF_CAMPAIGN = z.strictObject({});
const OF_UNSUBSCRIBED = z.strictObject({
  book: optionalId('book'),
  account: optionalId('account'),
  topic: optionalId('topic'),
  format: oneOf(LIST_OUT_FORMATS).default('csv'),
  bom: oneOf(['0', '1']).default('0'),
});

/**
 * `GET /reports/campaigns/<id>` and `GET /reports/accounts/<id>?step=WEEK|MONTH`: the reports as CSV, streamed. Keys of
 * the role ADMIN also get what people said in their own words, and `GET /reports/unsubscribed?book=|account=|topic=`: who
 * left, and why, also as a workbook or NDJSON.
 */
export function serveReports(app: FastifyInstance, deps: ReportDeps): void {
  app.get('/reports/campaigns/:id', { exposeHeadRoute: false }, async (request, reply) => {
    const owner = await readOwner(deps, request, reply, REPORTS);
    if (owner === null) return reply;
    const db = deps.db.ofTenant(owner.organisationId);
    const asked = readQuery(OF_CAMPAIGN, withoutLink(request.query));
    if ('message' in asked) return refuse(reply, 400, 'INVALID_INPUT', asked.message, asked.field);
    const id = fromId('campaign', (request.params as { id: string }).id);
    const mayRead = id && (await reaches(db, owner, REPORTS, [{ kind: 'campaign', id }]));
    const [found] = mayRead ? await findCampaigns(db.sql, owner.organisationId, [id]) : [];
    if (found === undefined) return refuse(reply, 404, 'NOT_FOUND', 'There is no such campaign.');
    const named = [{ kind: 'campaign', id: found.id }] as const;
    const withFreeTexts = await reaches(db, owner, UNSUBSCRIBED, named);
    return send(reply, 'campaign', campaignCsv(db, found.id, { withFreeTexts }));
  });

  app.get('/reports/accounts/:id', { exposeHeadRoute: false }, async (request, reply) => {
    const owner = await readOwner(deps, request, reply, REPORTS);
    if (owner === null) return reply;
    const db = deps.db.ofTenant(owner.organisationId);
    const asked = readQuery(OF_ACCOUNT, withoutLink(request.query));
    if ('message' in asked) return refuse(reply, 400, 'INVALID_INPUT', asked.message, asked.field);
    const id = fromId('account', (request.params as { id: string }).id);
    const mayRead = id && (await reaches(db, owner, REPORTS, [{ kind: 'account', id }]));
    const found = mayRead ? await findAccount(db.sql, owner.organisationId, id) : null;
    if (found === null) return refuse(reply, 404, 'NOT_FOUND', 'There is no such account.');
    return send(reply, 'account', accountCsv(db, found.id, asked.read.step));
  });

  app.get('/reports/unsubscribed', { exposeHeadRoute: false }, async (request, reply) => {
    const owner = await readOwner(deps, request, reply, UNSUBSCRIBED);
    if (owner === null) return reply;
    const db = deps.db.ofTenant(owner.organisationId);
    const asked = readQuery(OF_UNSUBSCRIBED, withoutLink(request.query));
    if ('message' in asked) return refuse(reply, 400, 'INVALID_INPUT', asked.message, asked.field);
    const { book: addressBookId, account: accountId, topic: topicId } = asked.read;
    const of = { addressBookId, accountId, topicId };
    if (!(await reaches(db, owner, UNSUBSCRIBED, namedBy(of))))
      return refuse(reply, 404, 'NOT_FOUND', 'There is no such account, book or topic.');
    if (!deps.exports.takeFor(reply, owner.organisationId)) return tooManyExports(reply);
    const { format } = asked.read;
    const rows = unsubscribedRows(db, owner.organisationId, of);
    const columns = UNSUBSCRIBED_COLUMNS;
    const body = writeList(rows, { format, columns, bom: asked.read.bom === '1' });
    return send(reply, 'unsubscribed', body, format);
  });
}

/** Who asks; null where that was refused already. */
async function readOwner(
  deps: ReportDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  row: Row,
): Promise<Viewer | null> {
  reply.header('cache-control', 'no-store');
  const owner = await admit(deps, request, row);
  if (!('status' in owner)) {
    deps.downloads.watch(reply, owner);
    return owner;
  }
  if (owner.status === 401) reply.header('www-authenticate', 'Bearer');
  refuse(reply, owner.status, 'FORBIDDEN', owner.message);
  return null;
}

function namedBy(of: UnsubscribedOf): { kind: 'book' | 'account' | 'topic'; id: string }[] {
  const { addressBookId: book, accountId: account, topicId: topic } = of;
  return Object.entries({ book, account, topic }).flatMap(([kind, id]) =>
    id === null ? [] : [{ kind: kind as 'book' | 'account' | 'topic', id }],
  );
}

function send(
  reply: FastifyReply,
  name: string,
  body: AsyncGenerator<string | Uint8Array>,
  format: ListOutFormat = 'csv',
): FastifyReply {
  return reply
    .type(LIST_OUT_TYPES[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .send(Readable.from(body));
}

function refuse(
  reply: FastifyReply,
  status: number,
  code: 'FORBIDDEN' | 'INVALID_INPUT' | 'NOT_FOUND',
  message: string,
  field: string | null = null,
): FastifyReply {
  return reply.code(status).send({ code, message, field });
}
