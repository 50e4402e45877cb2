import { type Database, storeListFile } from '@adieu/db';
import { actorOf } from '@adieu/domain';
import { LIST_LIMITS } from '@adieu/intake';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { basename } from 'node:path';
import pLimit from 'p-limit';
import { z } from 'zod';
import { toId } from '../graphql/shared/ids.ts';
import { admit } from './access/admit.ts';
import { LISTS } from './access/routes.ts';
import { readQuery } from './query.ts';

const QUERY = z.strictObject({ name: z.string().trim().min(1).max(255) });
/** Each writes to the database while it comes in: a few at a time leave connections for everybody else. */
const aFew = pLimit(4);

/**
 * `POST /lists?name=list.csv`: a file as it is, of any type, kept until it was imported. The bytes go into the database as they
 * come, a chunk at a time. Answers with the id that `startOptOutImport` and `startContactImport` take.
 */
export async function serveListUpload(
  app: FastifyInstance,
  deps: { readonly db: Database; readonly clock: () => Date },
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.post('/lists', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const viewer = await admit(deps, request, LISTS);
      if ('status' in viewer) {
        if (viewer.status === 401) reply.header('www-authenticate', 'Bearer');
        return refuse(reply, viewer.status, { code: 'FORBIDDEN', message: viewer.message });
      }
      const asked = readQuery(QUERY, request.query);
      if ('message' in asked) return refuse(reply, 400, { code: 'INVALID_INPUT', ...asked });
      if (Number(request.headers['content-length'] ?? 0) > LIST_LIMITS.text)
        return refuse(reply, 413, TOO_LARGE);
      const { organisationId } = viewer;
      const stored = await aFew(() =>
        storeListFile(
          deps.db.ofTenant(organisationId).sql,
          {
            organisationId,
            name: basename(asked.read.name),
            by: actorOf(viewer),
            limit: LIST_LIMITS.text,
            now: deps.clock(),
          },
          request.raw,
        ),
      );
      if ('refused' in stored)
        return stored.refused === 'too-large'
          ? refuse(reply, 413, TOO_LARGE)
          : refuse(reply, 400, EMPTY);
      const { id, name, size, sha256 } = stored;
      return reply
        .code(201)
        .send({ id: toId('file', id), name, size, sha256: sha256.toString('hex') });
    });
  });
}

const TOO_LARGE = {
  code: 'INVALID_INPUT',
  message: 'The file is larger than a list may be. Split it, and import its parts.',
} as const;
const EMPTY = { code: 'INVALID_INPUT', message: 'There is nothing in it.' } as const;

function refuse(
  reply: FastifyReply,
  status: number,
  { code, message, field = null }: { code: string; message: string; field?: string | null },
): FastifyReply {
  return reply.code(status).send({ code, message, field });
}
