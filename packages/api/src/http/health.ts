import type { Database } from '@adieu/db';
import type { FastifyInstance } from 'fastify';

/** /healthz: the process lives. /readyz: it can record a wish, that is, its database answers. */
export function serveHealth(app: FastifyInstance, db: Database): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await db.sql.rows('SELECT 1');
      return { status: 'ok' };
    } catch {
      return reply.code(503).header('retry-after', '5').send({ status: 'database away' });
    }
  });
}
