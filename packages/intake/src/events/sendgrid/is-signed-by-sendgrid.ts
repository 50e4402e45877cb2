import { createPublicKey, createVerify, type KeyObject } from 'node:crypto';
import { headerOf } from '../../sms/read/header-of.ts';
import type { EventHead, EventRequest } from '../event-ingress.ts';

const SIGNATURE = 'x-twilio-email-event-webhook-signature';
const TIMESTAMP = 'x-twilio-email-event-webhook-timestamp';

/** Their key as their console shows it: DER in base64. Throws where it is none. */
export function readSendgridKey(text: string): KeyObject {
  const key = createPublicKey({
    key: Buffer.from(text.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64'),
    format: 'der',
    type: 'spki',
  });
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
    throw new Error('is no verification key of SendGrid');
  return key;
}

/** What they say of their signature; null where they name none that can be one. */
export function sendgridSignatureOf({ headers }: EventHead) {
  const signature = headerOf(headers, SIGNATURE);
  const timestamp = headerOf(headers, TIMESTAMP);
  // Two numbers of 32 bytes in DER, which are 70 to 72.
  if (signature === null || !/^[\w+/]{88,96}={0,2}$/.test(signature)) return null;
  return timestamp === null || timestamp.length > 40 ? null : { signature, timestamp };
}

/**
 * Whether the signature is theirs: ECDSA (P-256) over timestamp and the bytes of the body. Node's own, as their library takes
 * seventeen milliseconds of this process for each request of a stranger.
 */
export function isSignedBySendgrid(request: EventRequest, keys: readonly KeyObject[]): boolean {
  const said = sendgridSignatureOf(request);
  if (said === null) return false;
  const signature = Buffer.from(said.signature, 'base64');
  return keys.some((key) => {
    try {
      const verifier = createVerify('sha256').update(said.timestamp, 'latin1');
      return verifier.update(request.rawBody).verify(key, signature);
    } catch {
      return false;
    }
  });
}
