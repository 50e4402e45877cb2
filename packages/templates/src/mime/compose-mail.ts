import type { Mailbox } from '@adieu/domain';
import libmime from 'libmime';
import { encodePhrase } from '../headers/encode-phrase.ts';
import { type Header, refuseInjection } from '../headers/header.ts';
import { quotedPrintable } from './quoted-printable.ts';

export interface Mail {
  readonly from: Mailbox;
  readonly to: string;
  readonly subject: string;
  /** With angle brackets. */
  readonly messageId: string;
  readonly date: Date;
  readonly headers: readonly Header[];
  readonly text: string;
  readonly html: string;
  /** Pictures that the HTML shows by `cid:`. */
  readonly pictures?: readonly Picture[];
  readonly files?: readonly AttachedFile[];
}

export interface AttachedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

export interface Picture {
  /** Without angle brackets. */
  readonly cid: string;
  readonly png: Buffer;
}

const CRLF = '\r\n';
const LONGEST_LINE = 998;

/**
 * The mail as it goes over the wire: multipart/alternative, text first. Written here rather than by a composer, which
 * takes most of the time of a hand-over; encodings are the libraries'. Lines stay under 998 octets, headers fold at 76 (H-15).
 */
export function composeMail(mail: Mail): Buffer {
  const boundary = boundaryOf(mail);
  const { files = [] } = mail;
  const words = [
    `--${boundary}`,
    ...part('text/plain', mail.text),
    `--${boundary}`,
    ...shown(mail, boundary),
    `--${boundary}--`,
    '',
  ];
  const body = files.length === 0 ? words : besideFiles(words, files, boundary);
  return Buffer.from([...headersOf(mail).map(line), '', ...body].join(CRLF), 'utf8');
}

/** What is said, and then the files (RFC 2046 5.1.3). */
function besideFiles(
  words: readonly string[],
  files: readonly AttachedFile[],
  inner: string,
): string[] {
  const boundary = `${inner}.m`;
  return [
    `--${boundary}`,
    `Content-Type: multipart/alternative; boundary="${inner}"`,
    '',
    ...words,
    ...files.flatMap(({ name, type, content }) => [
      `--${boundary}`,
      `Content-Type: ${type}`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment;${CRLF} filename*=utf-8''${encodeURIComponent(name).replaceAll(/['()*]/g, '_')}`,
      '',
      Buffer.from(content)
        .toString('base64')
        .replace(/.{76}(?=.)/g, `$&${CRLF}`),
    ]),
    `--${boundary}--`,
    '',
  ];
}

/** All headers of a mail, as they stand in it but for line breaks. */
export function headersOf(mail: Mail): Header[] {
  return refuseInjection([
    { name: 'From', value: mailbox(mail.from) },
    { name: 'To', value: mail.to },
    { name: 'Subject', value: libmime.encodeWords(mail.subject, 'Q', 52) },
    { name: 'Message-ID', value: mail.messageId },
    { name: 'Date', value: mail.date.toUTCString().replace('GMT', '+0000') },
    ...mail.headers,
    { name: 'MIME-Version', value: '1.0' },
    {
      name: 'Content-Type',
      value: mail.files?.length
        ? `multipart/mixed; boundary="${boundaryOf(mail)}.m"`
        : `multipart/alternative; boundary="${boundaryOf(mail)}"`,
    },
  ]);
}

/** No line of a part begins with `--=_` and the mail's own id (RFC 2046 5.1.1: 70 characters at most). */
function boundaryOf({ messageId }: Mail): string {
  return `=_${messageId.replace(/[^a-zA-Z0-9]/g, '').slice(0, 60)}`;
}

/** The HTML, and with it the pictures that it shows (RFC 2387). */
function shown({ html, pictures = [] }: Mail, outer: string): string[] {
  if (pictures.length === 0) return part('text/html', html);
  const boundary = `${outer}.r`;
  return [
    `Content-Type: multipart/related; type="text/html"; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...part('text/html', html),
    ...pictures.flatMap(({ cid, png }) => [
      `--${boundary}`,
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      `Content-ID: <${cid}>`,
      'Content-Disposition: inline',
      '',
      png.toString('base64').replace(/.{76}(?=.)/g, `$&${CRLF}`),
    ]),
    `--${boundary}--`,
  ];
}

function line({ name, value }: Header): string {
  const whole = `${name}: ${value}`;
  // Unfolded on purpose: mail clients compare this one byte by byte (H-3).
  if (whole.length <= 76 || name === 'List-Unsubscribe-Post') return whole;
  if (name === 'List-Unsubscribe') return `${name}: ${value.replace('>, <', `>,${CRLF} <`)}`;
  return libmime.foldLines(whole, 76);
}

function mailbox({ name, address }: Mailbox): string {
  return name === '' ? address : `${encodePhrase(name)} <${address}>`;
}

function part(type: string, body: string): string[] {
  const plain = isPlain(body);
  return [
    `Content-Type: ${type}; charset=utf-8`,
    `Content-Transfer-Encoding: ${plain ? '7bit' : 'quoted-printable'}`,
    '',
    plain ? body.replace(/\r?\n/g, CRLF) : quotedPrintable(body),
  ];
}

/** True where the body needs no encoding: ASCII, no stray carriage returns, short lines. */
function isPlain(body: string): boolean {
  if (/[^\t\r\n\x20-\x7e]|\r(?!\n)/.test(body)) return false;
  for (let from = 0; from < body.length;) {
    const end = body.indexOf('\n', from);
    if ((end < 0 ? body.length : end) - from > LONGEST_LINE) return false;
    if (end < 0) break;
    from = end + 1;
  }
  return true;
}
