import { createHmac } from 'node:crypto';
import type { SettingsOf } from '@adieu/gateways';
import { answers } from '../answers.ts';
import { saysBasic } from '../proof/basic.ts';
import { isOneOf } from '../proof/same-secret.ts';
import { headerOf } from '../read/fields.ts';
import { reading } from '../read/reading.ts';
import type { SmsIngress, SmsRequest } from '../sms-ingress.ts';
import { readSinch } from './read-sinch.ts';

/**
 * Their clock is not looked at: they try again for a day, and what they never try again is a 4xx. What comes twice is known by its id.
 */
export function createSinchIngress(settings: SettingsOf<'sinch'>): SmsIngress {
  const { name, webhookSecret, callback } = settings;
  return {
    name,
    verify: (request) =>
      webhookSecret === null
        ? callback !== null && saysBasic(request, callback)
        : isSigned(request, webhookSecret),
    read: reading(readSinch),
    answer: answers({ status: 200, contentType: null, body: '' }),
  };
}

function isSigned({ headers, rawBody }: SmsRequest, secrets: readonly string[]): boolean {
  const [given, nonce, timestamp, algorithm] = ['', '-nonce', '-timestamp', '-algorithm'].map(
    (part) => headerOf(headers, `x-sinch-webhook-signature${part}`),
  );
  if (!given || !nonce || !timestamp || algorithm?.toLowerCase() !== 'hmacsha256') return false;
  const expected = secrets.map((secret) =>
    createHmac('sha256', secret).update(rawBody).update(`.${nonce}.${timestamp}`).digest('base64'),
  );
  return isOneOf(given, expected);
}
