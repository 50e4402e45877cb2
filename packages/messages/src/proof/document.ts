import {
  type Channel,
  type ExchangedSms,
  LANGUAGES,
  type ScopeKind,
  type SmsExchange,
} from '@adieu/domain';
import type { ProofMessages } from './en.ts';
import { PROOF_MESSAGES } from './index.ts';

/** Rises with every change of what `proofDocument` gives; the earlier ways must stay, since hashes were kept of them. */
export const DOCUMENT_VERSION = 1;

/** What a printable proof says: the stored row and nothing else (D-2). */
export interface ProofFacts {
  readonly id: string;
  readonly organisationName: string | null;
  readonly accountName: string | null;
  readonly address: string;
  readonly channel: Channel;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly scopeName: string;
  readonly language: string;
  readonly declaration: string;
  readonly declarationVersion: string;
  readonly formUrl: string | null;
  readonly mailMessageId: string;
  /** Null where it was by mail. */
  readonly exchange: SmsExchange | null;
  readonly requestedAt: Date;
  readonly requestedOrigin: string | null;
  readonly requestedUserAgent: string | null;
  readonly confirmedAt: Date;
  readonly confirmedOrigin: string | null;
  readonly confirmedUserAgent: string | null;
}

const STYLE =
  'body{font:16px/1.5 Georgia,serif;color:#111;max-width:42rem;margin:2rem auto;padding:0 1rem}' +
  'h1{font-size:1.6rem}h2{font-size:1.1rem;margin:1.5rem 0 .5rem;break-after:avoid}' +
  'dl{margin:0}dl div{display:grid;grid-template-columns:14rem 1fr;break-inside:avoid}dt{color:#444}dd{margin:0;overflow-wrap:anywhere}' +
  'blockquote{margin:0;padding:.5rem 1rem;border-left:3px solid #444;white-space:pre-wrap;break-inside:avoid}' +
  'footer{margin-top:2rem;border-top:1px solid #444;font-size:.9rem}' +
  '@media(max-width:36rem){dl div{grid-template-columns:1fr}}' +
  '@page{size:A4;margin:20mm}@media print{body{margin:0;padding:0;max-width:none;font-size:11pt}}';

/**
 * A proof as one HTML page that prints well, in the language of its declaration (D-3). The same row gives the same bytes
 * everywhere and for ever: no clock, no locale, nothing loaded.
 */
export function proofDocument(facts: ProofFacts): string {
  const language = LANGUAGES.find((code) => code === facts.language) ?? 'en';
  const words = PROOF_MESSAGES[language];
  const shown = (value: string | null): string => escape(value ?? words.unknown);
  const list = (...rows: readonly (readonly [string, string | null])[]): string =>
    `<dl>${rows.map(([name, value]) => `<div><dt>${escape(name)}</dt><dd>${shown(value)}</dd></div>`).join('')}</dl>`;
  const step = (name: string, ...rows: readonly (readonly [string, string | null])[]): string =>
    `<h2>${escape(name)}</h2>\n${list(...rows)}\n`;
  return (
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width">\n<title>${escape(`${words.title} ${facts.id}`)}</title>\n` +
    `<style>${STYLE}</style>\n</head>\n<body>\n<main>\n<h1>${words.title}</h1>\n<p>${words.about}</p>\n` +
    list(
      [words.id, facts.id],
      [words.organisation, facts.organisationName],
      [words.account, facts.accountName],
      [words.address, facts.address],
      [words.channel, facts.channel],
      [words.scope, `${facts.scopeName} (${facts.scopeKind} ${facts.scopeId})`],
    ) +
    `\n<h2>${words.declaration}</h2>\n<blockquote>${escape(facts.declaration)}</blockquote>\n` +
    list([words.declarationVersion, facts.declarationVersion], [words.language, facts.language]) +
    '\n' +
    step(
      words.requested,
      [words.at, instant(facts.requestedAt)],
      [words.formUrl, facts.formUrl],
      [words.origin, facts.requestedOrigin],
      [words.userAgent, facts.requestedUserAgent],
    ) +
    (facts.exchange === null
      ? step(words.mail, [words.messageId, facts.mailMessageId])
      : step(words.sms, ...sms(words, facts.exchange))) +
    step(
      facts.exchange === null ? words.confirmed : words.confirmedBySms,
      [words.at, instant(facts.confirmedAt)],
      [words.origin, facts.confirmedOrigin],
      [words.userAgent, facts.confirmedUserAgent],
    ) +
    `</main>\n<footer><p>${words.check}</p></footer>\n</body>\n</html>\n`
  );
}

/** What each wrote, its time, and the gateway's id of it. */
function sms(
  words: ProofMessages,
  { asked, prompt, answer }: SmsExchange,
): readonly (readonly [string, string | null])[] {
  const said = (each: ExchangedSms | null): string | null =>
    each &&
    `${each.text} (${instant(new Date(each.at))}${each.gatewayId ? `, ${each.gatewayId}` : ''})`;
  return [
    [words.smsAsked, said(asked)],
    [words.smsPrompt, said(prompt)],
    [words.smsAnswer, said(answer)],
  ];
}

/** To the millisecond: AG Düsseldorf 23 C 3876/13 asks for the exact time. */
function instant(at: Date): string {
  return at.toISOString().replace('T', ' ').replace('Z', '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}
