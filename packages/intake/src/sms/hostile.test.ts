import { readSmsGateways } from '@adieu/gateways';
import { describe, expect, it } from 'vitest';
import { openSmsIngresses } from './open-sms-ingresses.ts';
import type { SmsIngress, SmsRequest } from './sms-ingress.ts';

const SECRET = 'a-secret-of-the-tests-alone';
const callback = { username: 'adieu', password: SECRET };
const receive = { from: 'from', to: 'to', text: 'text', id: 'id', at: 'at' };
const parts = { ref: 'ref', number: 'part', of: 'of' };
const ingresses = openSmsIngresses(
  readSmsGateways(
    JSON.stringify([
      { name: 'elks', kind: '46elks', senders: ['1'], username: 'u', password: 'p', callback },
      {
        name: 'twilio',
        kind: 'twilio',
        senders: ['2'],
        accountSid: `AC${'0'.repeat(32)}`,
        authToken: 't',
      },
      {
        name: 'sinch',
        kind: 'sinch',
        senders: ['3'],
        servicePlanId: 'p',
        apiToken: 't',
        callback,
      },
      {
        name: 'generic',
        kind: 'generic',
        senders: ['4', '5'],
        inboundParts: 'parts',
        send: { url: 'http://gateway.example.test/' },
        receive: { ...receive, parts },
        statuses: { state: 'state', id: 'id', delivered: ['ok'], failed: ['no'] },
        proof: { header: { name: 'x-secret', secret: SECRET } },
      },
    ]),
  ),
);
const NAMES = ['elks', 'twilio', 'sinch', 'generic'] as const;
const of = (name: string): SmsIngress => ingresses.ingressOf(name)!;

function request(name: string, body: string | Buffer, type = 'form', query = ''): SmsRequest {
  const form = 'application/x-www-form-urlencoded';
  return {
    method: 'POST',
    publicUrl: `https://adieu.example.test/sms/${name}${query}`,
    headers: { 'content-type': type === 'form' ? form : type },
    rawBody: Buffer.from(body),
    remoteAddress: '192.0.2.1',
  };
}

const whole = { id: 'm1', from: '+46701740605', to: '72080', text: 'STOPP' };
const form = (fields: object): string => new URLSearchParams(fields as never).toString();
const read = (fields: object, query = '') =>
  of('generic').read(request('generic', JSON.stringify(fields), 'application/json', query));

describe('what no gateway would send is a clear refusal, and never an error', () => {
  const bodies: [string, string | Buffer, string][] = [
    ['nothing', '', 'form'],
    ['nothing as JSON', '', 'application/json'],
    ['a megabyte', 'a='.padEnd(1024 * 1024, 'a'), 'form'],
    ['a megabyte of JSON', `{"from":"${'1'.repeat(1024 * 1024)}"}`, 'application/json'],
    ['half a JSON', '{"from":', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['null', 'null', 'application/json'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'application/json'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'application/json'],
    ['bytes that are no UTF-8 in a form', Buffer.from([0x61, 0x3d, 0xff]), 'form'],
    ['objects for texts', '{"type":{},"id":{},"from":[],"to":{},"text":{}}', 'application/json'],
    ['names of the prototype', '{"__proto__":{"from":"+46701740605"}}', 'application/json'],
    ['ten thousand fields', 'a=1&'.repeat(10_000), 'form'],
    ['a type that nobody has', 'x', 'application/octet-stream'],
  ];

  it.each(NAMES.flatMap((name) => bodies.map((body) => [name, ...body] as const)))(
    '%s gets %s',
    (name, _what, body, type) => {
      const given = request(name, body, type);
      expect(of(name).verify(given)).toBe(false);
      expect(of(name).read(given)).toEqual({ unreadable: expect.any(String) });
    },
  );

  it.each(NAMES)('%s does not repeat in its refusal what came', (name) => {
    const fields = { ...whole, from: 'private-name', From: 'private-name', MessageSid: 'm' };
    const reading = of(name).read(request(name, form(fields)));
    expect(JSON.stringify(reading)).not.toContain('private-name');
    expect(reading).toHaveProperty('unreadable');
  });

  it.each(Object.keys(whole))('a form that says %s twice is not guessed at', (field) => {
    const twice = `${form(whole)}&${field}=%2B46701740606`;
    expect(of('generic').read(request('generic', twice))).toEqual({
      unreadable: `${field} stands there twice`,
    });
    const inBoth = request('generic', form(whole), 'form', `?${field}=1`);
    expect(of('generic').read(inBoth)).toEqual({ unreadable: `${field} stands there twice` });
  });

  it.each(['', 'MTN', '+46', '070-1740605', '00000000', '+1'.padEnd(20, '2'), '٤٦٧٠١٧٤٠٦٠٥'])(
    '"%s" is no number to have come from',
    (from) => expect(read({ ...whole, from })).toHaveProperty('unreadable'),
  );

  it.each([
    ['a blank in it', 'a b'],
    ['a line break', 'a\nb'],
    ['NUL', 'a\0b'],
    ['a length of 300', 'a'.repeat(300)],
  ])('an id with %s is none', (_what, id) =>
    expect(read({ ...whole, id })).toEqual({ unreadable: 'id is no id' }),
  );
});

describe('what a person wrote is kept', () => {
  const textOf = (text: string): unknown => {
    const reading = read({ ...whole, text });
    return 'events' in reading ? reading.events.map((each) => 'text' in each && each.text) : null;
  };

  it.each([
    ['NUL', 'ST\0OPP', 'ST\uFFFDOPP'],
    ['half a character', 'STOPP \ud83d', 'STOPP \uFFFD'],
    ['an emoji', 'STOPP 👋', 'STOPP 👋'],
    ['a text from the right', '\u200fتوقف', '\u200fتوقف'],
    ['nothing but blanks', '  ', '  '],
    ['lines', 'STOPP\r\nnu', 'STOPP\r\nnu'],
    ['nothing', '', ''],
  ])('%s', (_what, text, kept) => expect(textOf(text)).toEqual([kept]));

  it('as long as 255 parts, and no longer', () => {
    expect(textOf('a'.repeat(40_000))).toEqual(['a'.repeat(40_000)]);
    expect(textOf('a'.repeat(40_001))).toBeNull();
  });

  it('whatever else stands beside it', () => {
    const reading = read({ ...whole, extra: { deep: [1, 2] }, at: 'yesterday' });
    expect(reading).toMatchObject({ events: [{ kind: 'received', text: 'STOPP', at: null }] });
  });
});

describe('numbers, times and parts', () => {
  it.each([
    ['+46701740605', '+46701740605'],
    ['46701740605', '+46701740605'],
    ['0046701740605', '+46701740605'],
    [' 46701740605', '+46701740605'],
    ['+46 70-174 06 05', '+46701740605'],
    ['72080', '72080'],
  ])('%s is %s', (from, number) =>
    expect(read({ ...whole, from })).toMatchObject({ events: [{ from: number }] }),
  );

  it.each([
    ['2018-07-13T13:57:23.741000', '2018-07-13T13:57:23.741Z'],
    ['2018-07-13 13:57:23', '2018-07-13T13:57:23.000Z'],
    ['2018-07-13T15:57:23+02:00', '2018-07-13T13:57:23.000Z'],
    ['2018-07-13T15:57:23 02:00', '2018-07-13T13:57:23.000Z'],
    ['1493735509', '2017-05-02T14:31:49.000Z'],
    ['1493735509000', '2017-05-02T14:31:49.000Z'],
  ])('%s is the instant %s', (at, instant) =>
    expect(read({ ...whole, at })).toMatchObject({ events: [{ at: new Date(instant) }] }),
  );

  it.each([
    [
      { ref: '17', part: '2', of: '3' },
      { ref: '17', number: 2, of: 3 },
    ],
    [{ ref: '17', part: 1, of: 1 }, null],
    [{}, null],
  ])('parts %j are %j', (given, part) =>
    expect(read({ ...whole, ...given })).toMatchObject({ events: [{ part }] }),
  );

  it.each([
    { ref: '17', part: '4', of: '3' },
    { ref: '17', part: '0', of: '3' },
    { ref: '17', part: '1', of: '999' },
    { ref: '17', part: '-1', of: '3' },
  ])('parts %j are counted wrong', (given) =>
    expect(read({ ...whole, ...given })).toEqual({ unreadable: 'the parts are counted wrong' }),
  );
});

describe('our own id', () => {
  it('is believed of our URL alone, not of what stands in a body', () => {
    const status = { state: 'ok', id: 'g1', message: 'm9' };
    const asked = (query: string): unknown => read(status, query);
    expect(asked('/status')).toMatchObject({ events: [{ gatewayId: 'g1', ourId: null }] });
    expect(asked('/status?message=m7')).toMatchObject({ events: [{ ourId: 'm7' }] });
  });
});
