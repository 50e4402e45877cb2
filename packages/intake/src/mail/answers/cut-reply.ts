import EmailReplyParser from 'email-reply-parser';
import { boundText } from './bound-text.ts';
import { cutHtml } from './cut-html.ts';
import { cutQuotes } from './cut-quotes.ts';
import { cutSignature } from './cut-signature.ts';
import type { OwnWords } from '../read/mail-read.ts';

/**
 * The writer's own words of an answer: without what it quotes, above or below, and without the signature. The HTML is what the
 * writer saw; the text is read where there is none, or none of its own. Null where the body cannot be read in bounded time: that is
 * not “no words”.
 */
export function cutReply({
  html,
  text,
}: {
  readonly html: string | null;
  readonly text: string | null;
}): OwnWords | null {
  const shown = html === null || html.trim() === '' ? '' : cutHtml(html);
  const own = shown === null ? '' : ownOf(shown);
  if (own !== '') return ownWords(own);
  if (text !== null && text.trim() !== '') return ownWords(ownOf(text));
  return shown === null ? null : ownWords('');
}

function ownOf(text: string): string {
  const lines = cutQuotes(boundText(text));
  return cutSignature(cutOtherQuotes(lines.join('\n').trim()).split('\n'))
    .join('\n')
    .trim();
}

/** What the library knows of languages that we have no forms of. It may not take all: a wish would go with it. */
function cutOtherQuotes(text: string): string {
  const own = new EmailReplyParser().parseReply(text).trim();
  return own === '' ? text : own;
}

function ownWords(text: string): OwnWords {
  const [firstLine = ''] = text.split('\n', 1);
  return { firstLine, text };
}
