import type { AnswerToForward } from '@adieu/db';
import type { OpenedMail } from '@adieu/intake';
import { languageOf, MAIL_MESSAGES } from '@adieu/messages';
import type { SystemMail } from './system-mail.ts';

/**
 * An answer as it goes to whoever reads the account's mail. It is a mail of ours that tells what somebody wrote: none of their HTML goes out
 * in our name. What they answer goes to who wrote; no machine should answer it at all.
 */
export function answerMail(
  { to, from, writer, accountName, language }: AnswerToForward,
  { subject, text, files, leftOut }: OpenedMail,
  messageId: string,
): Omit<SystemMail, 'date'> {
  const words = MAIL_MESSAGES[languageOf(language)].answer;
  // A header takes an address beyond ASCII by SMTPUTF8 alone (RFC 6532), which few receivers take.
  const canAnswer = /^[\x21-\x7e]+$/.test(writer);
  const said = [
    words.from(writer, accountName),
    text.trim() || '–',
    ...(leftOut.length > 0 ? [words.leftOut(leftOut.join(', '))] : []),
    canAnswer ? words.why : words.nobody,
  ];
  return {
    to,
    from,
    messageId,
    subject: subject.replaceAll(/\s+/g, ' ').trim() || words.from(writer, accountName),
    text: `${said.join('\n\n')}\n`,
    html: said.map((part) => `<p style="white-space:pre-wrap">${escaped(part)}</p>`).join('\n'),
    files,
    headers: [
      ...(canAnswer ? [{ name: 'Reply-To', value: writer }] : []),
      { name: 'X-Auto-Response-Suppress', value: 'All' },
    ],
  };
}

function escaped(text: string): string {
  const codes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (letter) => codes[letter]!);
}
