import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import type { SmsRequest } from '../sms-ingress.ts';
import { isSignedByTwilio } from './twilio-signature.ts';

const { getExpectedTwilioSignature, getExpectedBodyHash, validateRequest } = twilio;
const TOKEN = 'f3e7cbf5d19d4b1d9f3e7cbf5d19d4b1';
const ORIGIN = 'https://adieu.example.test';
const FORM = {
  MessageSid: 'SM1',
  From: '+12025550181',
  To: '+12025550182',
  Body: 'STOP – nu! & så=1',
};

interface Signed {
  readonly path?: string;
  readonly origin?: string;
  readonly form?: Readonly<Record<string, string | string[]>>;
  readonly token?: string;
  readonly algorithm?: 'HMAC_SHA1' | 'HMAC_SHA256';
}

/** A request as Twilio's own library signs it. */
function signed({
  path = '/sms/twilio',
  origin = ORIGIN,
  form = FORM,
  token = TOKEN,
  algorithm = 'HMAC_SHA1',
}: Signed = {}): SmsRequest {
  const publicUrl = origin + path;
  const body = new URLSearchParams(
    Object.entries(form).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    ),
  );
  return {
    method: 'POST',
    publicUrl,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': getExpectedTwilioSignature(token, publicUrl, form, algorithm),
      ...(algorithm === 'HMAC_SHA256' && {
        'x-twilio-webhooks-signature-settings': `key=webhooks_sharedkey_1,algorithm=${algorithm}`,
      }),
    },
    rawBody: Buffer.from(body.toString()),
    remoteAddress: '192.0.2.1',
  };
}

const isAccepted = (request: SmsRequest, tokens = [TOKEN]): boolean =>
  isSignedByTwilio(request, tokens);

describe("what Twilio's own library signs is accepted", () => {
  it.each<[string, Signed]>([
    ['a message', {}],
    ['a status with our id in the URL', { path: '/sms/twilio/status?message=msg_01abc' }],
    ['signs that some encode and some do not', { path: "/sms/twilio?a='%27 ~" }],
    ['a port', { origin: 'https://adieu.example.test:4000' }],
    ['no parameter', { form: {} }],
    ['a parameter that is there twice', { form: { ...FORM, MediaUrl: ['b', 'a', 'b'] } }],
    ['names in another order', { form: Object.fromEntries(Object.entries(FORM).toReversed()) }],
    ['SHA-256 with a shared key', { algorithm: 'HMAC_SHA256' }],
  ])('%s', (_what, given) => {
    const request = signed(given);
    expect(isAccepted(request)).toBe(true);
    expect(isAccepted(request, ['another', TOKEN])).toBe(true);
    expect(isAccepted(request, ['another'])).toBe(false);
  });

  it('a body that is no form, by its digest in the URL', () => {
    const rawBody = Buffer.from('{"property": "value"}');
    const path = `/sms/twilio?bodySHA256=${getExpectedBodyHash(rawBody.toString())}`;
    const request = { ...signed({ path, form: {} }), rawBody };
    const headers = { ...request.headers, 'content-type': 'application/json' };
    expect(isAccepted({ ...request, headers })).toBe(true);
    expect(isAccepted({ ...request, headers, rawBody: Buffer.from('{}') })).toBe(false);
  });
});

describe('what it does not sign is refused', () => {
  const request = signed();
  const signature = request.headers['x-twilio-signature'] as string;
  const header = (value: string | string[] | undefined): SmsRequest => ({
    ...request,
    headers: { ...request.headers, 'x-twilio-signature': value },
  });

  it.each<[string, SmsRequest]>([
    ['another body', { ...request, rawBody: Buffer.from(`${request.rawBody.toString()}&x=1`) }],
    ['another path', { ...request, publicUrl: `${ORIGIN}/sms/other` }],
    ['another host', { ...request, publicUrl: 'https://evil.example.test/sms/twilio' }],
    ['http in place of https', { ...request, publicUrl: 'http://adieu.example.test/sms/twilio' }],
    ['a query more', { ...request, publicUrl: `${ORIGIN}/sms/twilio?message=m` }],
    ['no signature', header(undefined)],
    ['an empty one', header('')],
    ['two', header([signature, signature])],
    ['half of one', header(signature.slice(0, 14))],
    ['one in other letters', header(signature.toLowerCase())],
    ['one with another token', signed({ token: 'another' })],
    [
      'one that names an algorithm that nobody has',
      {
        ...request,
        headers: { ...request.headers, 'x-twilio-webhooks-signature-settings': 'algorithm=NONE' },
      },
    ],
    [
      'one of SHA-1 that says SHA-256',
      {
        ...request,
        headers: {
          ...request.headers,
          'x-twilio-webhooks-signature-settings': 'algorithm=HMAC_SHA256',
        },
      },
    ],
    [
      'a form that says that it is none',
      { ...request, headers: { ...request.headers, 'content-type': 'text/plain' } },
    ],
    ['bytes that are no text', { ...request, rawBody: Buffer.from([0xff, 0x3d, 0xff]) }],
    ['more parameters than Twilio has', signed({ form: tenThousand() })],
  ])('%s', (_what, given) => expect(isAccepted(given)).toBe(false));

  it('and both agree on a thousand changed signatures', () => {
    for (let i = 0; i < 1000; i++) {
      const bytes = Buffer.from(signature, 'base64');
      bytes[i % bytes.length]! ^= 1 << (i % 8);
      const changed = bytes.toString('base64');
      const theirs = validateRequest(TOKEN, changed, request.publicUrl, FORM);
      expect([theirs, isAccepted(header(changed))]).toEqual([false, false]);
    }
  });
});

function tenThousand(): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`P${i}`, '1']));
}
