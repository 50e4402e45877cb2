import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { WebhookRefused } from './webhook-refused.ts';

/** What Adieu tells, verified. `data` depends on the type: docs/webhook-events has a JSON Schema for each. */
export interface WebhookEvent {
  /** The same at each attempt: by it you know what you have seen. */
  readonly id: string;
  readonly type: string;
  /** When it happened. */
  readonly timestamp: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface WebhookDelivery {
  /** As they came: of Node's `request.headers`, or of `fetch`. */
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As it came, byte for byte: not parsed and written anew. */
  readonly body: string | Uint8Array;
  /** `whsec_…`, or `whpk_…` to verify by the public key; several while they are rotated. */
  readonly secret: string | readonly string[];
  /** How old a delivery may be, so that nobody plays an old one again; five minutes if not given. */
  readonly toleranceSeconds?: number;
  readonly now?: Date;
}

const TOLERANCE_SECONDS = 300;

/** Gives what a delivery says where it is Adieu's; throws `WebhookRefused` where it is not. */
export function verifyWebhook(delivery: WebhookDelivery): WebhookEvent {
  const { body, secret, toleranceSeconds = TOLERANCE_SECONDS, now = new Date() } = delivery;
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) =>
    headerOf(delivery.headers, `webhook-${name}`),
  ) as [string, string, string];
  const age = now.getTime() / 1000 - Number(timestamp);
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(age) > toleranceSeconds)
    throw new WebhookRefused('the delivery is too old, or the clocks differ');
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), Buffer.from(body)]);
  const signatures = signature.split(' ');
  if (![secret].flat().some((each) => isSignedBy(each, signed, signatures)))
    throw new WebhookRefused('no signature is by this secret');
  return { id, ...read(Buffer.from(body).toString('utf8')) };
}

function headerOf(headers: WebhookDelivery['headers'], name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  if (typeof value !== 'string' || value === '')
    throw new WebhookRefused(`the header ${name} is missing`);
  return value;
}

function isSignedBy(secret: string, signed: Buffer, signatures: readonly string[]): boolean {
  const [kind, key = ''] = secret.split('_');
  const bytes = Buffer.from(key, 'base64');
  const of = (version: string): Buffer[] =>
    signatures
      .filter((each) => each.startsWith(`${version},`))
      .map((each) => Buffer.from(each.slice(version.length + 1), 'base64'));
  if (kind === 'whsec' && bytes.length > 0) {
    const expected = createHmac('sha256', bytes).update(signed).digest();
    return of('v1').some(
      (each) => each.length === expected.length && timingSafeEqual(each, expected),
    );
  }
  if (kind === 'whpk' && bytes.length === 32) {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') };
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    return of('v1a').some((each) => verify(null, signed, publicKey, each));
  }
  throw new TypeError('a secret of a webhook is whsec_… or whpk_…');
}

function read(body: string): Omit<WebhookEvent, 'id'> {
  const { type, timestamp, data } = JSON.parse(body) as {
    readonly type: string;
    readonly timestamp: string;
    readonly data: WebhookEvent['data'];
  };
  return { type, timestamp: new Date(timestamp), data };
}
