import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CORPORA = join(import.meta.dirname, '../../../../../shared/corpora');
const FOLDERS = ['bounces-and-arf/mails', 'arf-exact', 'inbound-replies/mails'];

/** Where there are no corpora: an answer, a report and a complaint. */
const OWN = [
  'From: Anna <anna@example.test>\r\nSubject: =?utf-8?Q?Re=3A_V=C3=A5r?=\r\nIn-Reply-To: <a@leave.example.test>\r\nReferences: <b@c.test> <a@leave.example.test>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nSTOPP\r\n\r\nDen m=C3=A5n 4 maj skrev Nordlys:\r\n> V=C3=A5r\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<div>STOPP</div><div class="gmail_quote"><blockquote>Spring</blockquote></div>\r\n--b--\r\n',
  'From: MAILER-DAEMON@mx.test\r\nReturn-Path: <>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n550 5.1.1 User unknown\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\nFinal-Recipient: rfc822; anna@example.test\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 unknown\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: Spring\r\n\r\nHello\r\n--b--\r\n',
  'From: feedback@mailbox.test\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <a@leave.example.test>\r\nList-Unsubscribe: <https://x.test/u/abc>, <mailto:leave+abc@leave.example.test>\r\n\r\n--b--\r\n',
];

/** Real mails to begin with, one letter for each byte (latin1). */
export function realMails(): readonly string[] {
  const read = FOLDERS.map((folder) => join(CORPORA, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.eml'))
        .toSorted()
        .map((name) => readFileSync(join(folder, name), 'latin1')),
    );
  return [...OWN, ...read];
}
