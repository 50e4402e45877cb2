import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import type { KeyRing } from './key-ring.ts';
import { mac } from './mac.ts';
import { openSecret, sealSecret, type SealedFor } from './sealed-secret.ts';

/** What an endpoint's deliveries are signed with: a secret that both sides have (`v1`), and a key pair (`v1a`). */
export interface WebhookSecrets {
  readonly secret: Buffer;
  /** The 32 bytes of an Ed25519 private key. */
  readonly seed: Buffer;
}

const BYTES = 32;
/** Before the 32 bytes: PKCS #8 of an Ed25519 key (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export function createWebhookSecrets(): WebhookSecrets {
  return { secret: randomBytes(BYTES), seed: randomBytes(BYTES) };
}

const sealedFor = (endpointId: string): SealedFor => ({
  kind: 'webhook-secret',
  owner: endpointId,
});

export function sealWebhookSecrets(
  ring: KeyRing,
  endpointId: string,
  { secret, seed }: WebhookSecrets,
): Buffer {
  return sealSecret(ring, sealedFor(endpointId), Buffer.concat([secret, seed]));
}

export function openWebhookSecrets(
  ring: KeyRing,
  endpointId: string,
  sealed: Uint8Array,
): WebhookSecrets {
  const both = openSecret(ring, sealedFor(endpointId), sealed);
  return { secret: both.subarray(0, BYTES), seed: both.subarray(BYTES) };
}

/** As Standard Webhooks writes it, for whoever verifies by `v1`. */
export function showWebhookSecret({ secret }: WebhookSecrets): string {
  return `whsec_${secret.toString('base64')}`;
}

/** The same for whoever verifies by `v1a`; it may be known to anybody. */
export function showWebhookPublicKey({ seed }: WebhookSecrets): string {
  const { x } = createPublicKey(privateKeyOf(seed)).export({ format: 'jwk' });
  return `whpk_${Buffer.from(x!, 'base64url').toString('base64')}`;
}

/**
 * The three headers of a delivery. `secrets`: the endpoint's own, and until a rotation is over the ones before, so that
 * whoever has either can verify. The id stays for all attempts of a delivery; the time is each attempt's.
 */
export function signWebhook(
  secrets: readonly WebhookSecrets[],
  delivery: { readonly id: string; readonly body: string; readonly at: Date },
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const { id, body, at } = delivery;
  const seconds = String(Math.floor(at.getTime() / 1000));
  const signed = `${id}.${seconds}.${body}`;
  const signatures = [
    ...secrets.map(({ secret }) => `v1,${hmac(secret, signed)}`),
    ...secrets.map(({ seed }) => `v1a,${edwards(seed, signed)}`),
  ];
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': signatures.join(' '),
  };
}

/** The id of what is told of an event: the same for all endpoints, attempts and replays, and it counts nothing. */
export function webhookEventId(ring: KeyRing, source: string, id: string, type: string): string {
  const hex = mac(ring.address, 'webhook-event', source, id, type).toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function hmac(secret: Buffer, signed: string): string {
  return createHmac('sha256', secret).update(signed).digest('base64');
}

function edwards(seed: Buffer, signed: string): string {
  return sign(null, Buffer.from(signed), privateKeyOf(seed)).toString('base64');
}

function privateKeyOf(seed: Buffer): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, seed]),
    format: 'der',
    type: 'pkcs8',
  });
}
