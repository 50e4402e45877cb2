import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { openApi } from './openapi.ts';
import { READER_STYLE, renderReader } from './render-reader.ts';

const hash = createHash('sha256').update(READER_STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** `GET /v1/openapi.json` for programs, and `GET /v1`: the same for people. */
export function serveReader(app: FastifyInstance): void {
  const document = openApi();
  const json = JSON.stringify(document);
  const page = renderReader(document);
  app.get('/v1/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(json),
  );
  app.get('/v1', (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', POLICY)
      .header('cache-control', 'no-cache')
      .send(page),
  );
}
