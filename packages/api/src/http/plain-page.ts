import { type Language, LANGUAGES } from '@adieu/domain';
import type { FastifyReply } from 'fastify';
import Negotiator from 'negotiator';

/** A page that has no more to say. */
interface PlainPage {
  readonly title: string;
  readonly text: string;
}

const LOCKED = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
const STYLE =
  'body{margin:4rem auto;max-width:34rem;padding:0 1.5rem;font:1.125rem/1.5 system-ui,sans-serif;color-scheme:light dark}';

/** Sends a page in one language that nothing keeps, lists or leads on from. */
export function sendPlainPage(
  reply: FastifyReply,
  status: number,
  { language, page }: { readonly language: Language; readonly page: PlainPage },
): FastifyReply {
  return closed(reply, LOCKED)
    .code(status)
    .send(
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${page.title}</title><style>${STYLE}</style></head>
<body><main><h1>${page.title}</h1><p>${page.text}</p></main></body></html>
`,
    );
}

/** The headers of a page that is for its reader alone. */
export function closed(reply: FastifyReply, policy: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow');
}

/** The first of our languages that a browser asks for; English where it asks for none. */
export function languageAsked(header: string | undefined): Language {
  const negotiator = new Negotiator({ headers: { 'accept-language': header ?? '' } });
  const accepted = header === undefined ? undefined : negotiator.language(['en', ...LANGUAGES]);
  return LANGUAGES.find((language) => language === accepted) ?? 'en';
}
