import { createHmac } from 'node:crypto';
import type { SettingsOf } from '@adieu/gateways';
import { answers } from '../answers.ts';
import { saysBasic } from '../proof/basic.ts';
import { isOneOf } from '../proof/same-secret.ts';
import { headerOf } from '../read/header-of.ts';
import { reading } from '../read/reading.ts';
import type { SmsHead, SmsIngress, SmsRequest } from '../sms-ingress.ts';
import { readSinch } from './read-sinch.ts';

/**
 * Their clock is not looked at: they try again for a day, and what they never try again is a 4xx. What comes twice is known by its id.
 */
export function createSinchIngress(settings: SettingsOf<'sinch'>): SmsIngress {
  const { name, webhookSecret, callback } = settings;
  const knowsPassword: SmsIngress['mayBeFrom'] = (head) =>
    callback !== null && saysBasic(head, callback);
  return {
    name,
    mayBeFrom: (head) =>
      webhookSecret === null ? knowsPassword(head) : signatureOf(head) !== null,
    verify: (request) =>
      webhookSecret === null ? knowsPassword(request) : isSigned(request, webhookSecret),
    signed: 'BODY',
    read: reading(readSinch, 'BODY'),
    answer: answers({ status: 200, contentType: null, body: '' }),
  };
}

/** What they say of their signature; null where they name none that is known. */
function signatureOf({ headers }: SmsHead) {
  const [given, nonce, timestamp, algorithm] = ['', '-nonce', '-timestamp', '-algorithm'].map(
    (part) => headerOf(headers, `x-sinch-webhook-signature${part}`),
  );
  if (!given || !nonce || !timestamp || algorithm?.toLowerCase() !== 'hmacsha256') return null;
  return { given, nonce, timestamp };
}

function isSigned(request: SmsRequest, secrets: readonly string[]): boolean {
  const signature = signatureOf(request);
  if (signature === null) return false;
  const { given, nonce, timestamp } = signature;
  const expected = secrets.map((secret) =>
    createHmac('sha256', secret)
      .update(request.rawBody)
      .update(`.${nonce}.${timestamp}`)
      .digest('base64'),
  );
  return isOneOf(given, expected);
}
