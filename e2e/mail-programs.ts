/** What somebody answers, and what their mail program quotes. */
export interface AnsweredMail {
  readonly words: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  readonly html: string;
}

/** An answer on the wire, as each of them writes it (shapes of their own, texts of ours). */
export const MAIL_PROGRAMS: Readonly<Record<string, (mail: AnsweredMail) => string>> = {
  'Outlook, plain': (mail) => plain(mail, `${mail.words}\n\n${outlookHead(mail)}\n\n${mail.text}`),
  'Outlook, HTML and plain': (mail) =>
    both(
      mail,
      `${mail.words}\n\n________________________________\n${outlookHead(mail)}\n\n${mail.text}`,
      `<html><body><div class="elementToProof">${lines(mail.words)}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>Från:</b> news@example.test<br><b>Ämne:</b> ${mail.subject}</div><div>${mail.html}</div></body></html>`,
    ),
  Gmail: (mail) =>
    both(
      mail,
      `${mail.words}\n\nOn Mon, 4 May 2026 at 10:00, News <news@example.test> wrote:\n\n${quoted(mail.text)}`,
      `<div dir="ltr">${lines(mail.words)}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, 4 May 2026 at 10:00, News &lt;news@example.test&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex">${mail.html}</blockquote></div>`,
    ),
  'Apple Mail': (mail) =>
    both(
      mail,
      `${mail.words}\n\nSkickat från min iPhone\n\n> 4 maj 2026 kl. 10:00 skrev News <news@example.test>:\n> \n${quoted(mail.text)}`,
      `<html><body dir="auto">${lines(mail.words)}<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Skickat från min iPhone</div><div dir="ltr"><br><blockquote type="cite">4 maj 2026 kl. 10:00 skrev News &lt;news@example.test&gt;:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${mail.html}</div></blockquote></body></html>`,
    ),
  'Thunderbird, plain': (mail) =>
    plain(mail, `${mail.words}\n\nDen 2026-05-04 kl. 10:00, skrev News:\n${quoted(mail.text)}`),
  'Thunderbird, HTML': (mail) =>
    html(
      mail,
      `<!DOCTYPE html><html><body><p>${lines(mail.words)}</p><div class="moz-cite-prefix">Am 04.05.26 um 10:00 schrieb News:<br></div><blockquote type="cite" cite="mid:x">${mail.html}</blockquote></body></html>`,
    ),
};

const lines = (words: string): string => words.replaceAll(/\r?\n/g, '<br>');
const quoted = (text: string): string => text.replaceAll(/^/gm, '> ');
const outlookHead = ({ subject, from }: AnsweredMail): string =>
  `Från: News <news@example.test>\nSkickat: den 4 maj 2026 10:00\nTill: ${from}\nÄmne: ${subject}`;

function headers(mail: AnsweredMail, type: string): string {
  return [
    `From: Reader <${mail.from}>`,
    `To: ${mail.to}`,
    `Subject: =?utf-8?B?${Buffer.from(`Sv: ${mail.subject}`).toString('base64')}?=`,
    'Date: Mon, 04 May 2026 10:01:00 +0200',
    `Message-ID: <${crypto.randomUUID()}@example.test>`,
    `In-Reply-To: ${mail.messageId}`,
    `References: ${mail.messageId}`,
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
  ].join('\r\n');
}

const part = (body: string): string =>
  Buffer.from(body).toString('base64').replaceAll(/.{76}/g, '$&\r\n');

const plain = (mail: AnsweredMail, text: string): string =>
  `${headers(mail, 'text/plain; charset=utf-8')}\r\nContent-Transfer-Encoding: base64\r\n\r\n${part(text)}`;

const html = (mail: AnsweredMail, text: string): string =>
  `${headers(mail, 'text/html; charset=utf-8')}\r\nContent-Transfer-Encoding: base64\r\n\r\n${part(text)}`;

function both(mail: AnsweredMail, text: string, page: string): string {
  const parts = [
    ['text/plain', text],
    ['text/html', page],
  ].map(
    ([type, body]) =>
      `--b\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${part(body!)}\r\n`,
  );
  return `${headers(mail, 'multipart/alternative; boundary=b')}\r\n\r\n${parts.join('')}--b--`;
}
