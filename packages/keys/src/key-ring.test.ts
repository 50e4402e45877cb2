import { describe, expect, it } from 'vitest';
import { addressKey } from './address-key.ts';
import { createKeyRing, parseKeyRing, serialiseKeyRing } from './key-ring.ts';
import { createSecretToken, hashSecretToken } from './secret-token.ts';

describe('the keys file', () => {
  it('survives a round trip', () => {
    const ring = createKeyRing();
    expect(parseKeyRing(serialiseKeyRing(ring))).toEqual(ring);
  });

  it.each([
    ['no JSON', 'top secret', 'not a JSON object'],
    ['no links', '{"address":"eA=="}', 'at least one key'],
    [
      'a short key',
      '{"address":"eA==","links":[{"id":1,"secret":"eA=="}]}',
      'links[0].secret must be base64',
    ],
    ['an id too large', '{"links":[{"id":256,"secret":"eA=="}]}', 'links[0].id must be an integer'],
  ])('with %s says so and never quotes what it holds', (_what, text, message) => {
    expect(() => parseKeyRing(text)).toThrow(message);
    expect(() => parseKeyRing(text)).not.toThrow(/top secret|eA==/);
  });
});

describe('the key of an address', () => {
  it('differs by channel, address and installation', () => {
    const [one, two] = [createKeyRing(), createKeyRing()];
    const keys = [
      addressKey(one, 'EMAIL', 'a@example.test'),
      addressKey(one, 'SMS', 'a@example.test'),
      addressKey(one, 'EMAIL', 'b@example.test'),
      addressKey(two, 'EMAIL', 'a@example.test'),
    ].map((key) => key.toString('hex'));
    expect(new Set(keys).size).toBe(4);
  });
});

describe('a secret token', () => {
  it('is stored as a hash that only itself meets', () => {
    const token = createSecretToken('adieu_admin_');
    expect(token.secret).toMatch(/^adieu_admin_[\w-]{43}$/);
    expect(hashSecretToken(token.secret)).toEqual(token.hash);
    expect(hashSecretToken(`${token.secret}x`)).not.toEqual(token.hash);
  });
});
