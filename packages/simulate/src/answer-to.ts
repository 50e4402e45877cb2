import type { ReadMail } from './read-mail.ts';

/** An answer to a mail, as a mail program writes it: the words above, the mail below as a quote. */
export function answerTo(
  { messageId, text }: Pick<ReadMail, 'messageId' | 'text'>,
  answer: {
    readonly address: string;
    readonly to: string;
    /** MACHINE: who is away has it answered. */
    readonly by: 'PERSON' | 'MACHINE';
    readonly now: Date;
  },
): string {
  const { address, to, by, now } = answer;
  const quote = text.replaceAll(/^/gm, '> ');
  return [
    `From: <${address}>`,
    `To: <${to}>`,
    `Date: ${now.toUTCString()}`,
    `Message-ID: <answer.${crypto.randomUUID()}@${address.split('@')[1]!}>`,
    ...(messageId === null ? [] : [`In-Reply-To: ${messageId}`]),
    ...(by === 'MACHINE' ? ['Auto-Submitted: auto-replied'] : []),
    'Subject: Sv: nyheter',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    by === 'MACHINE' ? 'I am away until Monday.' : 'STOPP',
    '',
    `On ${now.toUTCString()}, they wrote:`,
    quote,
    '',
  ]
    .join('\n')
    .replaceAll(/\r?\n/g, '\r\n');
}
