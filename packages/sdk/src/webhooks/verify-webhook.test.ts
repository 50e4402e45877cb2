import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyWebhook } from './verify-webhook.ts';
import { WebhookRefused } from './webhook-refused.ts';

const now = new Date('2026-12-01T12:00:00Z');
const secret = randomBytes(32);
const pair = generateKeyPairSync('ed25519');
const whsec = `whsec_${secret.toString('base64')}`;
const { x } = pair.publicKey.export({ format: 'jwk' });
const whpk = `whpk_${Buffer.from(x!, 'base64url').toString('base64')}`;
const body = JSON.stringify({
  type: 'optout.confirmed',
  timestamp: '2026-12-01T11:59:58.000Z',
  data: { name: 'Åse' },
});

function signed(at = now, text = body): Record<string, string> {
  const seconds = String(at.getTime() / 1000);
  const content = `event_1.${seconds}.${text}`;
  const v1 = createHmac('sha256', secret).update(content).digest('base64');
  const v1a = sign(null, Buffer.from(content), pair.privateKey).toString('base64');
  return {
    'webhook-id': 'event_1',
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${randomBytes(32).toString('base64')} v1,${v1} v1a,${v1a}`,
  };
}

describe('a delivery (K-1, K-2)', () => {
  it.each([
    ['the secret', whsec],
    ['the public key', whpk],
    ['one of several', [`whsec_${randomBytes(32).toString('base64')}`, whsec]],
  ])('is read where %s verifies it', (_what, by) => {
    const event = verifyWebhook({ headers: signed(), body: Buffer.from(body), secret: by, now });
    expect(event).toEqual({
      id: 'event_1',
      type: 'optout.confirmed',
      timestamp: new Date('2026-12-01T11:59:58.000Z'),
      data: { name: 'Åse' },
    });
    expect(verifyWebhook({ headers: new Headers(signed()), body, secret: by, now })).toEqual(event);
  });

  const good = { headers: signed(), body, secret: whsec, now };
  it.each([
    ['another secret', { secret: `whsec_${randomBytes(32).toString('base64')}` }],
    ['another key', { secret: `whpk_${randomBytes(32).toString('base64')}` }],
    ['another body', { body: body.replace('confirmed', 'declined') }],
    ['another id', { headers: { ...signed(), 'webhook-id': 'event_2' } }],
    ['no id', { headers: { ...signed(), 'webhook-id': undefined } }],
    ['no signature', { headers: { ...signed(), 'webhook-signature': '' } }],
    ['a signature of nothing', { headers: { ...signed(), 'webhook-signature': 'v1, v1a, v2,x' } }],
    ['a time of long ago', { headers: signed(new Date(now.getTime() - 301_000)) }],
    ['a time to come', { headers: signed(new Date(now.getTime() + 301_000)) }],
    ['no time', { headers: { ...signed(), 'webhook-timestamp': 'soon' } }],
  ])('is refused with %s', (_what, other) => {
    expect(() => verifyWebhook({ ...good, ...other })).toThrow(WebhookRefused);
  });

  it('is no delivery’s fault where the secret is none', () => {
    expect(() => verifyWebhook({ ...good, secret: 'hunter2' })).toThrow(/whsec_/);
    expect(() => verifyWebhook({ ...good, secret: 'hunter2' })).not.toThrow(/hunter2/);
  });
});
