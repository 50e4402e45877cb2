import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyRing } from './key-ring.ts';
import { signMessageLink, signWebLink, verifyMessageLink, verifyWebLink } from './link-token.ts';

const ring = createKeyRing();
const messageId = randomUUID();

describe('the token of a link', () => {
  it('opens the message it was signed for, and nothing else (H-6)', () => {
    const token = signMessageLink(ring, messageId);
    expect(verifyMessageLink(ring, token)).toBe(messageId);
    expect(signMessageLink(ring, randomUUID())).not.toBe(token);
  });

  it('is dead with any one bit flipped (H-7)', () => {
    const bytes = Buffer.from(signMessageLink(ring, messageId), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(verifyMessageLink(ring, flipped.toString('base64url'))).toBeNull();
    }
  });

  it('is dead cut, padded, foreign or empty', () => {
    const token = signMessageLink(ring, messageId);
    const foreign = signMessageLink(createKeyRing(), messageId);
    for (const bad of [
      '',
      token.slice(1),
      `${token}A`,
      `${token}=`,
      ` ${token}`,
      foreign,
      '../../etc/passwd',
    ]) {
      expect(verifyMessageLink(ring, bad)).toBeNull();
    }
  });

  it('outlives a rotation of keys (O-10)', () => {
    const old = signMessageLink(ring, messageId);
    const rotated = { ...ring, links: [...ring.links, { id: 2, secret: randomBytes(32) }] };
    expect(verifyMessageLink(rotated, old)).toBe(messageId);
    expect(verifyMessageLink(ring, signMessageLink(rotated, messageId))).toBeNull();
  });
});

describe('the token of a web version', () => {
  it('opens the message it was signed for, and outlives a rotation (O-10)', () => {
    const token = signWebLink(ring, messageId);
    expect(verifyWebLink(ring, token)).toBe(messageId);
    const rotated = { ...ring, links: [...ring.links, { id: 2, secret: randomBytes(32) }] };
    expect(verifyWebLink(rotated, token)).toBe(messageId);
    expect(verifyWebLink(createKeyRing(), token)).toBeNull();
  });

  it('is no way out, and a way out is none of these, whatever its purpose says', () => {
    const [web, way] = [signWebLink(ring, messageId), signMessageLink(ring, messageId)];
    const withPurpose = (token: string, purpose: number): string => {
      const bytes = Buffer.from(token, 'base64url');
      bytes[2] = purpose;
      return bytes.toString('base64url');
    };
    for (const token of [web, withPurpose(web, 1)])
      expect(verifyMessageLink(ring, token)).toBeNull();
    for (const token of [way, withPurpose(way, 4)]) expect(verifyWebLink(ring, token)).toBeNull();
  });
});
