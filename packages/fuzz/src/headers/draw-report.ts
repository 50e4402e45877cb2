import type { Dice } from '../dice.ts';

const BOUNDARIES = ['b', '', '=_x', '"', 'b'.repeat(200), '-'];
const TYPES = [
  'text/plain',
  'message/delivery-status',
  'message/global-delivery-status',
  'message/feedback-report',
  'message/rfc822',
  'text/rfc822-headers',
  'message/delivery-status; charset=x; name="',
];
const FIELDS = [
  'Reporting-MTA: dns; mx.example.test',
  'Final-Recipient: rfc822; somebody@example.test',
  'Action: failed',
  'Action: delayed',
  'action:FAILED',
  'Action: failed failed',
  'Status: 5.1.1',
  'Status: 5.999.999 (no such user)',
  'Status: 9.9.9',
  'Status: \0',
  'Diagnostic-Code: smtp; 550 5.1.1 <somebody@example.test>',
  'Feedback-Type: abuse',
  'Feedback-Type: not-spam',
  'User-Agent: SomeGenerator/1.0',
  'Version: 1',
  'Original-Mail-From: <>',
  'CFBL-Feedback-ID: FEEDBACK',
  '> > CFBL-Feedback-ID: FEEDBACK',
  'CFBL-Feedback-ID: FEEDBACK FEEDBACK',
  'List-Unsubscribe: <mailto:leave@leave.example.test>, <https://x/u/TOKEN>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  ' folded',
  '',
];
const MANY = 3_000;

/** What mail servers and mailbox providers write of a mail of ours (RFC 3464, RFC 5965), sound or not. */
export function drawReport(dice: Dice): string {
  const boundary = dice.one(BOUNDARIES);
  const end = dice.chance(0.9) ? '\r\n' : dice.one(['\n', '\r\n\r\n']);
  const parts = Array.from({ length: dice.few(dice.chance(0.03) ? 200 : 6) }, () => {
    const count = dice.few(dice.chance(0.03) ? MANY : 9);
    const fields = Array.from({ length: count }, () => dice.one(FIELDS));
    return [`--${boundary}`, `Content-Type: ${dice.one(TYPES)}`, '', ...fields].join(end);
  });
  return [...parts, dice.chance(0.8) ? `--${boundary}--` : '', ''].join(end);
}
