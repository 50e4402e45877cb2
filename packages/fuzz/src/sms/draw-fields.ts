import type { Dice } from '../dice.ts';
import { NUMBER, SHORT_CODE } from '../world/gateways.ts';

/** What each gateway calls its fields. */
const FIELDS = {
  elks: { id: 'id', from: 'from', to: 'to', text: 'message', at: 'created', state: 'status' },
  twilio: { id: 'MessageSid', from: 'From', to: 'To', text: 'Body', state: 'MessageStatus' },
  sinch: { id: 'id', from: 'from', to: 'to', text: 'body', at: 'received_at', state: 'status' },
  generic: { id: 'id', from: 'from', to: 'to', text: 'text', at: 'at', state: 'state' },
} as const;
const OTHERS: Readonly<Record<keyof typeof FIELDS, readonly string[]>> = {
  elks: ['direction', 'delivered', '__proto__'],
  twilio: ['OptOutType', 'ErrorCode', 'NumMedia', 'SmsStatus'],
  sinch: ['type', 'batch_id', 'client_reference', 'code', 'statuses', 'operator_status_at'],
  generic: ['ref', 'part', 'of', 'code', 'number'],
};
const TYPES = [
  'mo_text',
  'mo_media',
  'mo_binary',
  'recipient_delivery_report_sms',
  'delivery_report_sms',
];
/** Few, so that what is taken stays little. */
const IDS = ['m1', 'm2', 'm3', 'm4', 'a b', '\0', '', 'x'.repeat(201), '💥'];
const NUMBERS = [
  '+46701740605',
  '46701740606',
  '0046701740607',
  ' 46 70-174 06 08',
  SHORT_CODE,
  NUMBER,
  '+1',
  'MTN',
  '',
  '00000000',
  `+${'9'.repeat(15)}`,
  '٤٦٧٠١٧٤٠٦٠٥',
];
const TEXTS = [
  'STOPP',
  'stop all',
  'START',
  'JA',
  'HELP',
  'NEWS STOPP',
  'please take me off this, thanks',
  'don’t stop',
  '',
  ' ',
  'ST\0OPP',
  'STOPP \ud83d',
  '\u202eSTOPP',
  'U1RPUFA=',
  'ＳＴＯＰ',
  's.t.o.p',
  'stop\u0301',
  '💥',
  '%',
  "' OR 1=1 --",
];
const TIMES = [
  '2026-05-04T08:00:00Z',
  '2026-05-04 08:00:00',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-13-45T99:99:99Z',
  '1493735509',
  '99999999999999',
  'yesterday',
  '',
];
const STATES = ['delivered', 'failed', 'ok', 'no', 'stop', 'gone', 'sent', 'undelivered', 'x', ''];
const ODD: readonly unknown[] = [null, true, -1, 1e308, [], {}, [[]], { deep: { deeper: 'x' } }];
const REPEATED = 2_000;

/** Names and values as a gateway might send them, and as none would; in a form their texts. */
export function drawFields(dice: Dice, gateway: keyof typeof FIELDS): [string, unknown][] {
  const names = FIELDS[gateway];
  const isStatus = dice.chance(0.4);
  const fields: [string, unknown][] = [
    [names.id, dice.one(IDS)],
    [names.from, dice.one(NUMBERS)],
    [names.to, dice.one([SHORT_CODE, NUMBER, dice.one(NUMBERS)])],
  ];
  if (isStatus) fields.push([names.state, dice.one(STATES)]);
  else fields.push([names.text, textOf(dice)]);
  if ('at' in names && dice.chance(0.6)) fields.push([names.at, dice.one(TIMES)]);
  if (gateway === 'sinch') fields.push(['type', dice.one(TYPES)]);
  for (const name of OTHERS[gateway]) if (dice.chance(0.3)) fields.push([name, otherOf(dice)]);
  if (dice.chance(0.1)) fields.splice(dice.below(fields.length), 1);
  if (dice.chance(0.05)) fields.push(dice.one(fields));
  return fields.map(([name, value]) => [name, dice.chance(0.03) ? dice.one(ODD) : value]);
}

function textOf(dice: Dice): string {
  const text = dice.one(TEXTS);
  if (dice.chance(0.9)) return text;
  return dice.chance(0.5) ? text.repeat(dice.few(REPEATED)) : `${text} ${dice.one(TEXTS)}`;
}

function otherOf(dice: Dice): unknown {
  return dice.one<unknown>([
    'STOP',
    '21610',
    '0',
    '1',
    '2',
    '255',
    '999',
    dice.one(TIMES),
    dice.one(IDS),
    dice.one(ODD),
    [{ status: 'Failed', code: 400, recipients: ['+46701740605'] }, null],
  ]);
}
