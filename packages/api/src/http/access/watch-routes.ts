import type { FastifyInstance } from 'fastify';
import { ROUTES } from './routes.ts';

/** Keeps the server from starting where nobody said who may use a route. To be called before the first is made. */
export function watchRoutes(app: FastifyInstance): void {
  app.addHook('onRoute', ({ url }) => {
    if (!Object.hasOwn(ROUTES, url)) throw new Error(`nobody said who may use ${url}`);
  });
}
