import { createHmac } from 'node:crypto';
import { readSmsGateways } from '@adieu/gateways';
import { describe, expect, it } from 'vitest';
import { openSmsIngresses } from '../open-sms-ingresses.ts';
import type { SmsRequest } from '../sms-ingress.ts';

const [SECRET, OLD] = ['a-secret-of-the-tests-alone', 'the-secret-that-was-before'];
const body = Buffer.from('{"from":"+46701740605","text":"STOPP"}');

function verifies(proof: object, given: Partial<SmsRequest>): boolean {
  const gateway = {
    name: 'gate',
    kind: 'generic',
    senders: ['72080'],
    send: { url: 'https://gateway.example.test/' },
    receive: { from: 'from', text: 'text' },
    proof,
  };
  return openSmsIngresses(readSmsGateways(JSON.stringify([gateway])))
    .ingressOf('gate')!
    .verify({
      method: 'POST',
      publicUrl: 'https://adieu.example.test/sms/gate',
      headers: {},
      rawBody: body,
      remoteAddress: '192.0.2.7',
      ...given,
    });
}

const basic = (text: string) => ({
  headers: { authorization: `Basic ${Buffer.from(text).toString('base64')}` },
});
const mac = (secret: string, algorithm = 'sha256', encoding: 'hex' | 'base64' = 'hex'): string =>
  createHmac(algorithm, secret).update(body).digest(encoding);
const signed = (value: string) => ({ headers: { 'x-signature': value } });
const query = (text: string) => ({ publicUrl: `https://adieu.example.test/sms/gate${text}` });
const hmac = { hmac: { header: 'X-Signature', secret: [SECRET, OLD] } };
const header = { header: { name: 'X-Secret', secret: SECRET } };
const key = { query: { name: 'key', secret: SECRET } };
const user = { basic: { username: 'adieu', password: SECRET } };
const sources = ['127.0.0.1', '192.0.2.0/24', '2001:db8::/32'];

describe('a request proves where it comes from', () => {
  it.each<[boolean, string, object, Partial<SmsRequest>]>([
    [true, 'a MAC over its body', hmac, signed(mac(SECRET))],
    [true, 'one with the secret that is being replaced', hmac, signed(mac(OLD))],
    [true, 'one in capitals, after its name', hmac, signed(`sha256=${mac(SECRET).toUpperCase()}`)],
    [
      true,
      'one of SHA-512 in base64',
      { hmac: { ...hmac.hmac, algorithm: 'sha512', encoding: 'base64' } },
      signed(mac(SECRET, 'sha512', 'base64')),
    ],
    [
      false,
      'a MAC over another body',
      hmac,
      { ...signed(mac(SECRET)), rawBody: Buffer.from('{}') },
    ],
    [false, 'a MAC with another secret', hmac, signed(mac('another'))],
    [false, 'no MAC', hmac, {}],
    [false, 'an empty MAC', hmac, signed('')],
    [true, 'a secret in a header', header, { headers: { 'x-secret': SECRET } }],
    [false, 'a secret that is longer', header, { headers: { 'x-secret': `${SECRET}x` } }],
    [false, 'the beginning of it', header, { headers: { 'x-secret': SECRET.slice(0, -1) } }],
    [false, 'the header twice', header, { headers: { 'x-secret': [SECRET, SECRET] } }],
    [true, 'a secret in the query', key, query(`?key=${SECRET}&from=1`)],
    [false, 'another in the query', key, query('?key=another')],
    [false, 'none in the query', key, query('')],
    [true, 'user and password', user, basic(`adieu:${SECRET}`)],
    [false, 'another user', user, basic(`someone:${SECRET}`)],
    [false, 'no user', user, basic(SECRET)],
    [false, 'what is no Basic', user, { headers: { authorization: `Bearer ${SECRET}` } }],
    [true, 'an address of a network', { ...key, sources }, query(`?key=${SECRET}`)],
    [
      true,
      'an address of IPv4 on a socket of both',
      { ...key, sources },
      { ...query(`?key=${SECRET}`), remoteAddress: '::ffff:127.0.0.1' },
    ],
    [
      true,
      'an address of IPv6',
      { ...key, sources },
      { ...query(`?key=${SECRET}`), remoteAddress: '2001:db8::7' },
    ],
    [
      false,
      'an address of none',
      { ...key, sources },
      { ...query(`?key=${SECRET}`), remoteAddress: '198.51.100.7' },
    ],
    [
      false,
      'what is no address',
      { ...key, sources },
      { ...query(`?key=${SECRET}`), remoteAddress: 'unknown' },
    ],
    [false, 'the address without the secret', { ...key, sources }, {}],
    [false, 'one of two proofs', { ...key, ...header }, query(`?key=${SECRET}`)],
  ])('%s: %s', (isTheirs, _what, proof, given) => {
    expect(verifies(proof, given)).toBe(isTheirs);
  });

  it('and no configuration asks for an address alone', () => {
    expect(() => verifies({ sources }, {})).toThrow(/proof must name a secret/);
    expect(() => verifies({}, {})).toThrow(/proof must name a secret/);
  });
});
