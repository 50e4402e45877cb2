import { type Database, type DatabaseAccess, findListImport, readRejected } from '@adieu/db';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { fromId } from '../graphql/shared/ids.ts';
import { admit, reaches } from './access/admit.ts';
import { REJECTED_ROWS } from './access/routes.ts';
import { csvLine } from '@adieu/intake';
import type { Downloads } from './downloads.ts';

/** `GET /lists/<import>/rejected`: the rows that an import did not take as CSV, each with where it stands, why, and what to do. */
export function serveRejectedRows(
  app: FastifyInstance,
  deps: { readonly db: Database; readonly clock: () => Date; readonly downloads: Downloads },
): void {
  app.get('/lists/:id/rejected', { exposeHeadRoute: false }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const viewer = await admit(deps, request, REJECTED_ROWS);
    if ('status' in viewer) {
      if (viewer.status === 401) reply.header('www-authenticate', 'Bearer');
      return refuse(reply, viewer.status, 'FORBIDDEN', viewer.message);
    }
    const { organisationId } = viewer;
    const db = deps.db.ofTenant(organisationId);
    const id = fromId('import', (request.params as { id: string }).id);
    const mayRead =
      id !== null && (await reaches(db, viewer, REJECTED_ROWS, [{ kind: 'import', id }]));
    const list = mayRead ? await findListImport(db.sql, organisationId, id) : null;
    if (list === null) return refuse(reply, 404, 'NOT_FOUND', 'There is no such import.');
    deps.downloads.watch(reply, viewer);
    return reply
      .type('text/csv; charset=utf-8; header=present')
      .header('content-disposition', 'attachment; filename="rejected.csv"')
      .send(Readable.from(lines(db, list.id)));
  });
}

async function* lines(db: DatabaseAccess, importId: string): AsyncGenerator<string, void> {
  yield csvLine(['place', 'column', 'value', 'reason', 'remedy']);
  for await (const batch of readRejected(db, importId)) yield batch.map(csvLine).join('');
}

function refuse(
  reply: FastifyReply,
  status: number,
  code: 'FORBIDDEN' | 'NOT_FOUND',
  message: string,
): FastifyReply {
  return reply.code(status).send({ code, message, field: null });
}
