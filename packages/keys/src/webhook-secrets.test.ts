import { createHmac, createPublicKey, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { createKeyRing } from './key-ring.ts';
import {
  createWebhookSecrets,
  openWebhookSecrets,
  sealWebhookSecrets,
  showWebhookPublicKey,
  showWebhookSecret,
  signWebhook,
  webhookEventId,
} from './webhook-secrets.ts';

const ring = createKeyRing();
const at = new Date('2026-12-01T12:00:00.900Z');

it('secrets are shown as Standard Webhooks writes them, and open to what was sealed (K-2)', () => {
  const secrets = createWebhookSecrets();
  expect(showWebhookSecret(secrets)).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(showWebhookPublicKey(secrets)).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
  const sealed = sealWebhookSecrets(ring, 'a', secrets);
  expect(openWebhookSecrets(ring, 'a', sealed)).toEqual(secrets);
  expect(() => openWebhookSecrets(ring, 'b', sealed)).toThrow(/does not open/);
});

it('each secret signs id, second and bytes of a delivery, by HMAC and by Ed25519 (K-1, K-2)', () => {
  const [now, before] = [createWebhookSecrets(), createWebhookSecrets()];
  const headers = signWebhook([now, before], { id: 'event_1', body: '{"å":1}', at });
  expect(headers['webhook-timestamp']).toBe('1796126400');
  const signatures = headers['webhook-signature'].split(' ');
  expect(signatures.map((each) => each.split(',')[0])).toEqual(['v1', 'v1', 'v1a', 'v1a']);
  const signed = 'event_1.1796126400.{"å":1}';
  for (const [i, secrets] of [now, before].entries()) {
    const hmac = createHmac('sha256', secrets.secret).update(signed).digest('base64');
    expect(signatures[i]).toBe(`v1,${hmac}`);
    const x = Buffer.from(showWebhookPublicKey(secrets).slice(5), 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const signature = Buffer.from(signatures[i + 2]!.slice(4), 'base64');
    expect(verify(null, Buffer.from(signed), key, signature)).toBe(true);
  }
});

it('the id of an event is the same each time, and another for another type, event or installation (K-3)', () => {
  const ids = [
    webhookEventId(ring, 'LEDGER', '7', 'optout.requested'),
    webhookEventId(ring, 'LEDGER', '7', 'optout.paused'),
    webhookEventId(ring, 'LEDGER', '8', 'optout.requested'),
    webhookEventId(ring, 'INBOUND', '7', 'optout.requested'),
    webhookEventId(createKeyRing(), 'LEDGER', '7', 'optout.requested'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(webhookEventId(ring, 'LEDGER', '7', 'optout.requested')).toBe(ids[0]);
  expect(ids[0]).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
});
