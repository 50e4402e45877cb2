import type { Dice } from '../dice.ts';
import { drawHeader } from './draw-header.ts';

/** What goes over one connection, one letter a byte (latin1). LINK stands for the token of a real link. */
export interface DrawnHttp {
  readonly raw: string;
}

const METHODS = [
  'GET',
  'POST',
  'HEAD',
  'OPTIONS',
  'PUT',
  'DELETE',
  'PATCH',
  'TRACE',
  'CONNECT',
  'get',
  'X',
];
const PATHS = [
  '/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/u/LINK',
  '/u/x',
  '/m/LINK',
  '/t/sv',
  '/t/__proto__',
  '/audience/book_x',
  '/reports/unsubscribed',
  '/s/AAAAAA',
  '/s/%00',
  '/sms/elks',
  '/sms/twilio?bodySHA256=x',
  '/sms/generic/status?message=LINK',
  '/sms/__proto__',
  '/graphql',
  '/graphql/stream',
  '/graphiql',
  '/sign-in/oidc',
  '/review/x',
  '//example.test/',
  '/../../etc/passwd',
  '/%2e%2e/%00',
  '/%',
  '/%ff',
  '/\xff',
  '/?a[]=1&__proto__[x]=1',
  '*',
  'http://example.test/',
  'example.test:443',
  '',
];
const BODIES = [
  '',
  'x',
  '{}',
  '{"query":"{ __typename }"}',
  'List-Unsubscribe=x',
  'list-unsubscribe=',
  'List-Unsubscribe',
  'a=List-Unsubscribe%3DOne-Click',
  '%',
  '\xff\xfe',
  '--x\r\ncontent-disposition: form-data; name="list-unsubscribe"\r\n\r\nx',
  '5\r\nhello\r\n0\r\n\r\n',
  'ffffffff\r\nx',
  '0\r\n\r\n',
];
const LONG = 20_000;

/** A request, or what looks like one: nothing in it is a wish to leave. */
export function drawHttp(dice: Dice): DrawnHttp {
  const method = dice.chance(0.95) ? dice.one(METHODS) : 'X'.repeat(dice.few(LONG));
  const path = dice.one(PATHS) + (dice.chance(0.02) ? 'x'.repeat(dice.few(LONG)) : '');
  const version = dice.chance(0.95)
    ? 'HTTP/1.1'
    : dice.one(['HTTP/1.0', 'HTTP/2.0', 'HTTP/9', '', 'x']);
  const body = dice.one(BODIES).repeat(dice.chance(0.03) ? dice.few(2_000) : 1);
  const lines = [`${method} ${path} ${version}`];
  if (dice.chance(0.9)) lines.push('host: leave.example.test');
  for (let i = dice.few(dice.chance(0.02) ? 3_000 : 8); i > 0; i--) lines.push(drawHeader(dice));
  if (dice.chance(0.8))
    lines.push(`content-length: ${body.length + (dice.chance(0.1) ? dice.few(99) : 0)}`);
  const end = dice.chance(0.95) ? '\r\n' : dice.one(['\n', '\r', '\r\n\r\n']);
  const whole = `${lines.join(end)}${end}${end}${body}`;
  // A second request after it, or less than one.
  if (dice.chance(0.05)) return { raw: whole + whole };
  return { raw: dice.chance(0.95) ? whole : whole.slice(0, dice.below(whole.length)) };
}
