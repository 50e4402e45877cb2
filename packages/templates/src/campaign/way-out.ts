import type { Language } from '@adieu/domain';

/** The one word, in the reader's language (C1). */
const UNSUBSCRIBE_WORDS: Readonly<Record<Language, string>> = {
  sv: 'AVREGISTRERA',
  cs: 'ODHLÁSIT',
  de: 'ABMELDEN',
  da: 'AFMELD',
  en: 'UNSUBSCRIBE',
};

/** The word for the way out in a language. */
export function unsubscribeWord(language: Language): string {
  return UNSUBSCRIBE_WORDS[language];
}

// The word may be in another language than the mail around it: the reader's counts (H-16), and a screen reader is told.
const LINK =
  '<a href="{{ unsubscribe_url }}" lang="{{ unsubscribe_language }}" style="color:inherit;text-decoration:underline;">{{ unsubscribe_word }}</a>';
const PLACEHOLDER = /\{\{-?\s*unsubscribe\s*-?\}\}/g;
// A link to the way out that has something to press.
const WORKING_LINK =
  /<a\b[^>]*\bhref="\{\{-?\s*unsubscribe_url\s*-?\}\}"[^>]*>(?:\s|<[^>]*>)*[^\s<]/i;

/** Puts the visible link where the author wrote `{{ unsubscribe }}`. */
export function placeWayOut(source: string): string {
  return source.replace(PLACEHOLDER, LINK);
}

/** F1, H-17: no mail leaves without a way out. Where the author put none, one stands at the very start. */
export function forceWayOut(html: string): string {
  if (WORKING_LINK.test(html)) return html;
  const line = `<div style="padding:12px 25px;text-align:center;font-family:Helvetica,Arial,sans-serif;font-size:14px;line-height:20px;color:#333333;background-color:#ffffff;">${LINK}</div>`;
  return html.replace(/<body\b[^>]*>/i, (body) => `${body}${line}`);
}
