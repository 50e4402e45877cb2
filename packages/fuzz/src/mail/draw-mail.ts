import type { Dice } from '../dice.ts';
import { change, drawChanges } from '../world/mutate.ts';

/** What mails are broken by: ends of lines, boundaries, charsets, encodings, fields, HTML. */
const PIECES = [
  '\r\n',
  '\n',
  '\r',
  '\r\n\r\n',
  '\r\n--b\r\n',
  '\r\n--b--\r\n',
  '\r\n ',
  '>',
  '-',
  '\0',
  '\xff\xfe',
  '=?utf-8?B?',
  '?=',
  '=\r\n',
  '=3D',
  '<b>',
  '<blockquote>',
  '<style>',
  '<p>',
  '<!--',
  '&#x0;',
  '<a@b.test> ',
  'Content-Type: multipart/mixed; boundary=b\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Type: text/html; charset=utf-16\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Auto-Submitted: auto-replied\r\n',
  'Final-Recipient: rfc822; a@b.test\r\nAction: failed\r\n',
  '550 5.1.1 ',
  '----- Original message -----\r\n',
  'On Mon, 4 May 2026, Nordlys wrote:\r\n',
];
const MOST_TIMES = 20_000;
/** Above what is read of a mail; a long line said again some thousand times, twice, is more than a string can hold. */
const MOST_LETTERS = 4_000_000;

/** A real mail with pieces put in, lines said again, moved and dropped, and letters changed. */
export function drawMail(dice: Dice, real: readonly string[]): string {
  let mail = dice.one(real);
  for (let i = dice.few(4); i > 0; i--) mail = dice.one(EDITS)(mail, dice);
  return dice.chance(0.3) ? change(mail, drawChanges(dice)) : mail;
}

type Edit = (mail: string, dice: Dice) => string;

const EDITS: readonly Edit[] = [
  (mail, dice) => {
    const at = dice.below(mail.length + 1);
    return mail.slice(0, at) + dice.one(PIECES).repeat(dice.few(MOST_TIMES)) + mail.slice(at);
  },
  (mail, dice) => inLines(mail, dice, (lines, at) => lines.splice(at, 1)),
  (mail, dice) =>
    inLines(mail, dice, (lines, at) => lines.splice(at, 0, ...again(lines[at]!, dice.few(5_000)))),
  (mail, dice) =>
    inLines(mail, dice, (lines, at) => lines.splice(dice.below(lines.length), 0, lines[at]!)),
  (mail, dice) => mail.slice(0, dice.below(mail.length + 1)),
  (mail, dice) => mail.slice(dice.below(mail.length + 1)),
  (mail) => `Content-Type: message/rfc822\r\n\r\n${mail}`,
  (mail) => mail.replaceAll('\r\n', '\n'),
  (mail) => mail.replaceAll('\n', '\r'),
];

function again(line: string, times: number): string[] {
  const most = Math.ceil(MOST_LETTERS / (line.length + 1));
  return Array.from({ length: Math.min(times, most) }, () => line);
}

function inLines(mail: string, dice: Dice, edit: (lines: string[], at: number) => unknown): string {
  const lines = mail.split('\n');
  edit(lines, dice.below(lines.length));
  return lines.join('\n');
}
