import { CAMPAIGN_MESSAGES, languageOf } from '@adieu/messages';
import type { FastifyInstance } from 'fastify';
import { sendPlainPage } from './plain-page.ts';

const BODY_LIMIT = 4 * 1024;

/**
 * `/t/<language>`: where the ways out of test mails and previews lead. It names nobody and knows no record; a one-click
 * POST is answered as a mail client expects it, and changes nothing.
 */
export async function serveTestLinks(app: FastifyInstance): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, _body, done) => done(null));
    scope.route({
      method: ['GET', 'POST'],
      url: '/t/:language',
      bodyLimit: BODY_LIMIT,
      handler: (request, reply) => {
        const asked = (request.params as { language: string }).language;
        const language = languageOf(asked);
        return sendPlainPage(reply, 200, { language, page: CAMPAIGN_MESSAGES[language].testLink });
      },
    });
  });
}
