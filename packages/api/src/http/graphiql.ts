import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';

/** GraphiQL with all its scripts in the page: nothing is loaded from anywhere else. */
export function serveGraphiql(app: FastifyInstance): void {
  let page: string | undefined;
  app.get('/graphiql', (_request, reply) => {
    page ??= renderGraphiQL({
      endpoint: '/graphql',
      title: 'Adieu',
      headers: JSON.stringify({ authorization: 'Bearer <API key>' }, null, 2),
      defaultQuery:
        '{\n  viewer {\n    name\n    role\n    organisation {\n      name\n    }\n  }\n}\n',
    });
    return reply.type('text/html; charset=utf-8').send(page);
  });
}
