import type { Dice } from '../dice.ts';
import { type Change, drawChanges } from '../world/mutate.ts';
import { NUMBER, SHORT_CODE } from '../world/gateways.ts';
import { drawFields } from './draw-fields.ts';

export const GATEWAY_NAMES = ['elks', 'twilio', 'sinch', 'generic'] as const;

/** A call of a gateway's, or of somebody who would be one. */
export interface DrawnSms {
  readonly gateway: (typeof GATEWAY_NAMES)[number];
  /** How it says who it is; a list: what is right, changed. */
  readonly proof: 'right' | 'none' | 'of another' | readonly Change[];
  readonly method: 'GET' | 'POST';
  /** After the gateway's name. */
  readonly rest: string;
  readonly type: string;
  /** One letter a byte (latin1). */
  readonly body: string;
}

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const TYPES = [
  '',
  'text/plain',
  'application/octet-stream',
  'application/json; charset=utf-16',
  'application/vnd.x+json',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded; charset=latin1',
];
const ODD_BODIES = [
  '',
  '[]',
  'null',
  '{"__proto__":{"from":"+46701740605"}}',
  '{"type":"delivery_report_sms","batch_id":"b","statuses":[null,{},{"status":1}]}',
  '\xff\xfe\0',
  '&&&===',
  '%',
  '%00%ff',
  '--x\r\ncontent-disposition: form-data; name="from"\r\n\r\n+46701740605\r\n--x--',
];
const LONG = 60_000;

export function drawSms(dice: Dice): DrawnSms {
  const gateway = dice.one(GATEWAY_NAMES);
  const isForm = gateway === 'elks' || gateway === 'twilio' || dice.chance(0.3);
  return {
    gateway,
    proof: drawProof(dice),
    method: dice.chance(0.95) ? 'POST' : 'GET',
    rest: drawRest(dice),
    type: dice.chance(0.93) ? (isForm ? FORM : JSON_TYPE) : dice.one(TYPES),
    body: dice.chance(0.9) ? drawBody(dice, gateway, isForm) : drawOdd(dice),
  };
}

function drawProof(dice: Dice): DrawnSms['proof'] {
  if (dice.chance(0.6)) return 'right';
  return dice.chance(0.6) ? drawChanges(dice) : dice.one(['none', 'of another'] as const);
}

const MESSAGES = ['', 'x', NUMBER, SHORT_CODE, '\0', '00000000-0000-0000-0000-000000000000'];

function drawRest(dice: Dice): string {
  const path = dice.chance(0.5) ? '' : '/status';
  if (dice.chance(0.6)) return path;
  const query = dice.one([
    `?message=${encodeURIComponent(dice.chance(0.5) ? 'OURS' : dice.one(MESSAGES))}`,
    '?message=a&message=b',
    '?bodySHA256=x',
    '?from=%2B46701740605',
    '?',
    '?%00=%ff&=&&',
    `?${'a=b&'.repeat(dice.few(700))}`,
  ]);
  return path + query;
}

function drawBody(dice: Dice, gateway: DrawnSms['gateway'], isForm: boolean): string {
  const fields = drawFields(dice, gateway);
  if (isForm) {
    const pairs = fields.map(([name, value]) => [name, String(value)] as [string, string]);
    return new URLSearchParams(pairs).toString();
  }
  const whole = JSON.stringify(Object.fromEntries(fields));
  return Buffer.from(whole).toString('latin1');
}

function drawOdd(dice: Dice): string {
  const body = dice.one(ODD_BODIES);
  return dice.one<() => string>([
    () => body,
    () => '['.repeat(dice.few(LONG)),
    () => `{"from":"${'1'.repeat(dice.few(LONG))}"}`,
    () => 'a=1&'.repeat(dice.few(LONG / 4)),
    () => `from=${'%2B'.repeat(dice.few(LONG / 3))}`,
    () => '"'.repeat(dice.few(LONG)),
  ])();
}
