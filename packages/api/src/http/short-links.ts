import { type Database, messageOfShortLink } from '@adieu/db';
import { SHORT_CODE_LENGTH, TEST_CODE } from '@adieu/domain';
import { type KeyRing, signMessageLink } from '@adieu/keys';
import { CAMPAIGN_MESSAGES } from '@adieu/messages';
import type { FastifyInstance } from 'fastify';
import { originOf } from './client.ts';
import { languageAsked, sendPlainPage } from './plain-page.ts';
import { createShortLinkLimit } from './short-link-limit.ts';

export interface ShortLinkDeps {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly publicUrl: string;
}

/** Longer ones under `/s/` are ways in that were mailed to members, and the pages'. */
export const SHORT_LINK_ROUTE = `/s/:code(^[0-9A-Za-z]{${SHORT_CODE_LENGTH}}$)`;

/**
 * `GET /s/<code>`: from the link in an SMS to the page that a mail's link leads to. Nothing is written: phones and their
 * makers open links before their readers do.
 */
export function serveShortLinks(
  app: FastifyInstance,
  { db, ring, publicUrl }: ShortLinkDeps,
): void {
  const limit = createShortLinkLimit();
  app.get(SHORT_LINK_ROUTE, async (request, reply) => {
    const origin = originOf(request);
    const language = languageAsked(request.headers['accept-language']);
    const { noShortLink: page, testLink } = CAMPAIGN_MESSAGES[language];
    const { code } = request.params as { code: string };
    if (code === TEST_CODE) return sendPlainPage(reply, 200, { language, page: testLink });
    if (await limit.isClosed(origin))
      return sendPlainPage(reply.header('retry-after', '600'), 429, { language, page });
    const messageId = await messageOfShortLink(db.sql, code);
    if (messageId === null) {
      await limit.wasWrong(origin);
      return sendPlainPage(reply, 404, { language, page });
    }
    return reply
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex, nofollow')
      .redirect(`${publicUrl}/u/${signMessageLink(ring, messageId)}`, 302);
  });
}
