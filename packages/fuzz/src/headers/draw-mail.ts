import type { Dice } from '../dice.ts';
import { type Change, drawChanges } from '../world/mutate.ts';
import { drawReport } from './draw-report.ts';

/** A mail over SMTP, one letter a byte (latin1). Addresses of ours are said by their kind, and changed. */
export interface DrawnMail {
  readonly from: string;
  readonly to: 'leave' | 'answer' | 'bounce' | 'subject' | 'complaint' | 'test' | 'other';
  readonly changes: readonly Change[];
  /** In its place: TOKEN and FEEDBACK, of a message of ours; not the real ones unless `isReal`. */
  readonly raw: string;
  /** It comes to the real address with the real tokens: whatever stands around them, it may be a wish or tell of a failure. */
  readonly isReal: boolean;
}

const NAMES = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'User-Agent',
  'X-Mailer',
  'Content-Type',
  'Content-Transfer-Encoding',
  'MIME-Version',
  'References',
  'DKIM-Signature',
  'CFBL-Feedback-ID',
  'Action',
  'Status',
  'X',
  '',
  ' ',
  '__proto__',
];
const VALUES = [
  '',
  'unsubscribe',
  '=?utf-8?q?=00=ff?=',
  '=?utf-8?b?////?=',
  '=?x-unknown?q?x?=',
  '=?utf-8?q?',
  '=?iso-2022-jp?b?GyRC?=',
  'a@b',
  '"a" <a@b>, <<>>, group: x@y;',
  '<@a,@b:c@d>',
  '(comment (nested) a@b',
  'a@\xff',
  'Mon, 99 Foo 9999',
  'message/delivery-status',
  'multipart/report; boundary="',
  'multipart/mixed; boundary=x',
  'text/plain; charset=utf-7',
  "text/plain; charset*=utf-8''%ff",
  'text/plain; name*0=a; name*1*=%',
  'base64',
  'x-uuencode',
  'delayed',
  '5.1.1',
  '\0',
  '\x01\x7f',
  '\xff\xfe',
];
const FROM = ['a@b.example', '', 'x', '@', '"q q"@b.example', `${'x'.repeat(300)}@b.example`];
const BODIES = [
  '',
  'x\r\n',
  '--x\r\nContent-Type: message/delivery-status\r\n\r\nAction: delayed\r\n\r\n',
  'Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nAction: relayed\r\nStatus: 2.0.0\r\n',
  'CFBL-Feedback-ID: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n',
  '\xff'.repeat(100),
  '>\t'.repeat(5_000),
  '\r\n'.repeat(5_000),
  '-'.repeat(20_000),
];
const LONG = 100_000;

/** Unless it is real: whatever its header and body say, it is no wish of anybody, and tells of nothing that failed. */
export function drawMail(dice: Dice): DrawnMail {
  const lines = Array.from({ length: dice.few(dice.chance(0.02) ? 5_000 : 12) }, () =>
    drawLine(dice),
  );
  const end = dice.chance(0.9) ? '\r\n' : dice.one(['\n', '\r\n\t', '\r\n\r\n']);
  const isReal = dice.chance(0.15);
  const to = dice.one([
    'leave',
    'answer',
    'bounce',
    'subject',
    'complaint',
    'test',
    'other',
  ] as const);
  if (to === 'subject' && dice.chance(0.5)) lines.push(`Subject: ${dice.one(VALUES)} TOKEN`);
  // Only a real address tells of a real failure: a return path may be spelled in more than one way.
  const isReport = to === 'complaint' || (to === 'bounce' && isReal);
  const body = isReport && dice.chance(0.7) ? drawReport(dice) : dice.one(BODIES);
  const whole = dice.chance(0.1) ? body.repeat(dice.few(20)) : body;
  return {
    from: dice.one(FROM),
    to,
    changes: drawChanges(dice),
    raw: `${lines.join(end)}\r\n\r\n${whole}`,
    isReal,
  };
}

function drawLine(dice: Dice): string {
  const value = dice.one(VALUES).repeat(dice.chance(0.03) ? dice.few(LONG / 20) : 1);
  if (dice.chance(0.03)) return dice.one([' folded', '\t', ':', 'no colon', `From ${value}`]);
  return `${dice.one(NAMES)}: ${value}`;
}
