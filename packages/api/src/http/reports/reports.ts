import { type Database, findAccount, findCampaigns, TREND_STEPS } from '@adieu/db';
import { holds, type Viewer } from '@adieu/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { fromId } from '../../graphql/shared/ids.ts';
import { oneOf, optionalId, readQuery } from '../query.ts';
import { KEY_REFUSALS, readApiKey } from '../read-api-key.ts';
import { accountCsv } from './account-csv.ts';
import { campaignCsv } from './campaign-csv.ts';
import { unsubscribedCsv } from './unsubscribed-csv.ts';

export interface ReportDeps {
  readonly db: Database;
  readonly clock: () => Date;
}

const OF_ACCOUNT = z.strictObject({ step: oneOf(TREND_STEPS).default('MONTH') });
const OF_CAMPAIGN = z.strictObject({});
const UNSUBSCRIBED = z.strictObject({
  book: optionalId('book'),
  account: optionalId('account'),
  topic: optionalId('topic'),
});

/**
 * `GET /reports/campaigns/<id>` and `GET /reports/accounts/<id>?step=WEEK|MONTH`: the reports as CSV, streamed. Keys of
 * the role ADMIN also get what people said in their own words, and `GET /reports/unsubscribed?book=|account=|topic=`: who
 * left, and why.
 */
export function serveReports(app: FastifyInstance, deps: ReportDeps): void {
  const { db } = deps;
  app.get('/reports/campaigns/:id', { exposeHeadRoute: false }, async (request, reply) => {
    const owner = await readOwner(deps, request, reply);
    if (owner === null) return reply;
    const asked = readQuery(OF_CAMPAIGN, request.query);
    if ('message' in asked) return refuse(reply, 400, 'INVALID_INPUT', asked.message, asked.field);
    const id = fromId('campaign', (request.params as { id: string }).id);
    const [found] = id ? await findCampaigns(db.sql, owner.organisationId, [id]) : [];
    if (found === undefined) return refuse(reply, 404, 'NOT_FOUND', 'There is no such campaign.');
    const withFreeTexts = holds(owner, 'ADMIN');
    return send(reply, 'campaign', campaignCsv(db, found.id, { withFreeTexts }));
  });

  app.get('/reports/accounts/:id', { exposeHeadRoute: false }, async (request, reply) => {
    const owner = await readOwner(deps, request, reply);
    if (owner === null) return reply;
    const asked = readQuery(OF_ACCOUNT, request.query);
    if ('message' in asked) return refuse(reply, 400, 'INVALID_INPUT', asked.message, asked.field);
    const id = fromId('account', (request.params as { id: string }).id);
    const found = id ? await findAccount(db.sql, owner.organisationId, id) : null;
    if (found === null) return refuse(reply, 404, 'NOT_FOUND', 'There is no such account.');
    return send(reply, 'account', accountCsv(db, found.id, asked.read.step));
  });

  app.get('/reports/unsubscribed', { exposeHeadRoute: false }, async (request, reply) => {
    const owner = await readOwner(deps, request, reply);
    if (owner === null) return reply;
    if (!holds(owner, 'ADMIN'))
      return refuse(reply, 403, 'FORBIDDEN', 'Who left needs a key of the role ADMIN.');
    const asked = readQuery(UNSUBSCRIBED, request.query);
    if ('message' in asked) return refuse(reply, 400, 'INVALID_INPUT', asked.message, asked.field);
    const { book: addressBookId, account: accountId, topic: topicId } = asked.read;
    const of = { addressBookId, accountId, topicId };
    return send(reply, 'unsubscribed', unsubscribedCsv(db, owner.organisationId, of));
  });
}

/** Who asks; null where that was refused already. */
async function readOwner(
  { db, clock }: ReportDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Viewer | null> {
  reply.header('cache-control', 'no-store');
  const owner = await readApiKey(db, request, clock());
  if ('refused' in owner) {
    reply.header('www-authenticate', 'Bearer');
    refuse(reply, 401, 'FORBIDDEN', KEY_REFUSALS[owner.refused]);
    return null;
  }
  if (holds(owner, 'ADMIN', 'CAMPAIGNER')) return owner;
  refuse(reply, 403, 'FORBIDDEN', 'Reports need a key of the role ADMIN or CAMPAIGNER.');
  return null;
}

function send(reply: FastifyReply, name: string, lines: AsyncGenerator<string>): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(Readable.from(lines));
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
