import { readSmsGateways } from '@adieu/gateways';
import { describe, expect, it } from 'vitest';
import { openSmsIngresses } from '../open-sms-ingresses.ts';
import type { SmsReading } from '../sms-ingress.ts';

const SECRET = 'a-secret-of-the-tests-alone';
const generic = (name: string, sender: string, proof: object) => ({
  name,
  kind: 'generic',
  senders: [sender, `7208${sender}`],
  send: { url: 'http://gateway.example.test/' },
  receive: { from: 'msisdn', to: 'to', text: 'text', id: 'id' },
  statuses: { state: 'status', id: 'id', delivered: ['delivered'], optedOut: ['unsubscribed'] },
  proof,
});
const ingresses = openSmsIngresses(
  readSmsGateways(
    JSON.stringify([
      generic('signs', '4', { hmac: { header: 'x-signature', secret: SECRET } }),
      generic('knows', '5', { header: { name: 'x-secret', secret: SECRET } }),
      {
        name: 'sinch',
        kind: 'sinch',
        senders: ['3'],
        servicePlanId: 'p',
        apiToken: 't',
        webhookSecret: SECRET,
      },
    ]),
  ),
);

function read(name: string, path: string, body: string, type = 'application/json'): SmsReading {
  return ingresses.ingressOf(name)!.read({
    method: 'POST',
    publicUrl: `https://adieu.example.test/sms/${name}${path}`,
    headers: { 'content-type': type },
    rawBody: Buffer.from(body),
    remoteAddress: '192.0.2.1',
  });
}

const FORM = 'application/x-www-form-urlencoded';
const query =
  '?msisdn=%2B46701740605&to=72080&text=STOPP&from=%2B46701740605&type=mo_text&body=STOPP';
const unreadable = { unreadable: expect.any(String) };
const said = { kind: 'received', from: '+46701740605', to: '72080', text: 'STOPP' };

describe('of a gateway that signs the body, the body alone is read (SM-20)', () => {
  it.each([
    ['a status', '{"id":"abc","status":"delivered"}', 'application/json'],
    ['a status in a form', 'id=abc&status=delivered', FORM],
    ['nothing', '', FORM],
    ['an empty object', '{}', 'application/json'],
  ])('a signed body of %s says no word that stands in the URL beside it', (_what, body, type) => {
    expect(read('signs', query, body, type)).toEqual(unreadable);
  });

  it('nor is a status made of the URL', () => {
    const beside = '/status?status=unsubscribed&id=another';
    expect(read('signs', beside, '{"msisdn":"+46701740605","text":"Tack"}')).toEqual(unreadable);
  });

  it('a text in it that reads as a form is no form, whatever the header says, which is not signed', () => {
    const text = 'a&msisdn=%2B46701740606&to=72080&text=STOPP&b=';
    const body = JSON.stringify({ msisdn: '+46701740605', to: '72080', text });
    expect(read('signs', '', body, FORM)).toEqual({
      events: [expect.objectContaining({ ...said, text })],
    });
  });

  it('what stands in it is read, and the URL beside it is nothing', () => {
    const body = '{"msisdn":"+46701740605","to":"72080","text":"STOPP"}';
    const other = '?msisdn=%2B46701740606&text=JA';
    expect(read('signs', other, body)).toEqual({ events: [expect.objectContaining(said)] });
    const form = 'msisdn=%2B46701740605&to=72080&text=STOPP';
    expect(read('signs', other, form, FORM)).toEqual({ events: [expect.objectContaining(said)] });
  });

  it('also of Sinch', () => {
    expect(read('sinch', `${query}&id=a`, '{}')).toEqual(unreadable);
  });

  it('our own id of a message is read of the URL, which we made', () => {
    const body = '{"id":"abc","status":"delivered"}';
    expect(read('signs', '/status?message=our-id', body)).toEqual({
      events: [expect.objectContaining({ kind: 'status', gatewayId: 'abc', ourId: 'our-id' })],
    });
  });

  it('where a secret proves the whole request, the URL is read too', () => {
    expect(read('knows', query, '', FORM)).toEqual({ events: [expect.objectContaining(said)] });
  });
});
