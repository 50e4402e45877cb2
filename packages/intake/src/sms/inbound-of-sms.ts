import { createHash } from 'node:crypto';
import type { Inbound } from '@adieu/db';
import { addressKey, type KeyRing, numberOfWriter } from '@adieu/keys';
import type { SmsReceived, SmsRequest } from './sms-ingress.ts';

/** What a gateway brought, as it is stored. `addressKey` is null where no person can have sent it: a short code, a name. */
export function inboundOfSms(
  ring: KeyRing,
  source: string,
  event: SmsReceived,
  request: SmsRequest,
  now: Date,
): Inbound {
  const number = numberOfWriter(event.from);
  const from =
    number === null
      ? { address: storable(event.from), addressKey: null }
      : { address: number, addressKey: addressKey(ring, 'SMS', number) };
  return {
    channel: 'SMS',
    source,
    providerId: event.gatewayId ?? stableId(event, now),
    isGuess: event.gatewayId === null && event.at === null,
    raw: rawOf(event, request),
    from,
    to: storable(event.to),
    text: storable(event.text),
    hint: event.hint,
    part: event.part,
    sentAt: event.at ?? now,
  };
}

/** What is in a query may hold the gateway's secret: of such a request the fields are kept that were read. */
function rawOf(event: SmsReceived, { rawBody }: SmsRequest): Buffer {
  return rawBody.length > 0 ? rawBody : Buffer.from(JSON.stringify(event));
}

/**
 * Where a gateway gives no id: the same text of the same number at the same time is a repetition; without a time, on one day,
 * until anything else comes of it.
 */
function stableId({ from, to, text, part, at }: SmsReceived, now: Date): string {
  const when = at?.toISOString() ?? now.toISOString().slice(0, 10);
  const hash = createHash('sha256').update(JSON.stringify([from, to, text, part, when]));
  return `sha256:${hash.digest('base64url')}`;
}

/** NUL and halves of characters: no database keeps them, and a wish would be lost by them. */
function storable(text: string): string {
  return text.replaceAll('\0', '\u{FFFD}').toWellFormed();
}
