import { type Language, LANGUAGES } from '@adieu/domain';
import type { FastifyInstance } from 'fastify';
import { type PageWords, sendPlainPage } from './plain-page.ts';

const BODY_LIMIT = 4 * 1024;

const WORDS: Readonly<Record<Language, PageWords>> = {
  sv: {
    title: 'Detta är ett test',
    text: 'Länken kommer från ett testmejl eller en förhandsvisning. Inget har ändrats, och ingen har avregistrerats.',
  },
  cs: {
    title: 'Toto je test',
    text: 'Odkaz pochází ze zkušebního e-mailu nebo z náhledu. Nic se nezměnilo a nikdo nebyl odhlášen.',
  },
  de: {
    title: 'Das ist ein Test',
    text: 'Der Link stammt aus einer Testmail oder einer Vorschau. Es wurde nichts geändert und niemand abgemeldet.',
  },
  da: {
    title: 'Dette er en test',
    text: 'Linket kommer fra en testmail eller en forhåndsvisning. Intet er ændret, og ingen er blevet afmeldt.',
  },
  en: {
    title: 'This is a test',
    text: 'The link is of a test mail or a preview. Nothing was changed, and nobody was unsubscribed.',
  },
};

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
        const language = LANGUAGES.find((code) => code === asked) ?? 'en';
        return sendPlainPage(reply, 200, { language, words: WORDS[language] });
      },
    });
  });
}
