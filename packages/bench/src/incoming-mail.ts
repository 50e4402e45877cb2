import { bounceLocalPart, type KeyRing, mailtoLocalPart, replyLocalPart } from '@adieu/keys';
import type { SeededMail } from '@adieu/testkit/seed-mails';

export interface IncomingMail {
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
}

const FOOTER = Array.from(
  { length: 40 },
  (_, i) =>
    `> Paragraph ${i} of a newsletter about what happens at the harbour this spring, and where to sit.`,
).join('\r\n');
const HTML_FOOTER = Array.from(
  { length: 20 },
  (_, i) =>
    `<p style="margin:0">Paragraph ${i} of a newsletter about what happens at the harbour.</p>`,
).join('');

/** What comes back to the n-th mail of a campaign: eight answers, a bounce and a way out in ten. */
export function incomingMail(
  ring: KeyRing,
  domain: string,
  mail: SeededMail,
  n: number,
): IncomingMail {
  const { address: from, messageId, token } = mail;
  if (n % 10 === 8)
    return { from: '', to: `${bounceLocalPart(ring, messageId)}@${domain}`, raw: bounce(from, n) };
  if (n % 10 === 9) {
    const raw = Buffer.from(
      `From: ${from}\r\nMessage-ID: <${n}@example.test>\r\nSubject: unsubscribe\r\n\r\n`,
    );
    return { from, to: `${mailtoLocalPart(token)}@${domain}`, raw };
  }
  const to = `${replyLocalPart(ring, messageId)}@${domain}`;
  return { from, to, raw: answer(from, messageId, domain, n) };
}

const WORDS = [
  'Thank you, see you on Saturday!',
  'STOPP',
  'When do you open?',
  'Please do not send me this any more.',
];

function answer(from: string, messageId: string, domain: string, n: number): Buffer {
  const words = WORDS[n % WORDS.length]!;
  return Buffer.from(
    [
      `From: Somebody <${from}>`,
      `Message-ID: <answer-${n}-${messageId}@example.test>`,
      `In-Reply-To: <${messageId}@${domain}>`,
      `Date: ${new Date().toUTCString()}`,
      'Subject: Re: The light is back',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      words,
      '',
      'On Mon, 4 May 2026 at 08:00, Nordlys <news@nordlys.example.test> wrote:',
      FOOTER,
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      `<div>${words}</div><div class="gmail_quote"><blockquote>${HTML_FOOTER}</blockquote></div>`,
      '--b--',
      '',
    ].join('\r\n'),
  );
}

function bounce(address: string, n: number): Buffer {
  return Buffer.from(
    [
      'From: MAILER-DAEMON <postmaster@mx.example.test>',
      `Message-ID: <bounce-${n}@mx.example.test>`,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'There is no such mailbox.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.test',
      '',
      `Final-Recipient: rfc822; ${address}`,
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--b--',
      '',
    ].join('\r\n'),
  );
}
