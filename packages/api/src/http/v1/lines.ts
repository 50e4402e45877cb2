import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What a page holds, what stands at its end, and where the next one is. */
export interface Page {
  readonly items: readonly object[];
  readonly end: object;
  readonly next: string | null;
}

/**
 * A page of things and what stands at its end: NDJSON, the end as the last line, or one JSON object for who asks for
 * `application/json`. With an ETag; 304 where it is what they have. The whole page is made first, so that no half of it goes out.
 */
export function answerLines(
  request: FastifyRequest,
  reply: FastifyReply,
  { items, end, next }: Page,
): FastifyReply {
  const asJson = /\bapplication\/json\b/.test(request.headers.accept ?? '');
  const lines = items.map((item) => JSON.stringify(item));
  const body = asJson
    ? `{"items":[${lines.join(',')}],"end":${JSON.stringify(end)}}`
    : `${[...lines, JSON.stringify(end)].join('\n')}\n`;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 32)}"`;
  // Whoever holds the key may keep it; nobody between.
  reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'accept');
  if (next !== null) reply.header('link', `<${next}>; rel="next"`);
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type(asJson ? 'application/json; charset=utf-8' : 'application/x-ndjson').send(body);
}

function matches(given: string | undefined, etag: string): boolean {
  return (given ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
