import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyRing } from './key-ring.ts';
import { signMessageLink, verifyMessageLink } from './link-token.ts';
import { mailtoLocalPart, tokenOfMailto } from './mailto-token.ts';

describe('the mailto address of a link (H-12)', () => {
  const ring = createKeyRing();

  it('fits the longest local part and survives a change of case', () => {
    for (let i = 0; i < 50; i++) {
      const messageId = randomUUID();
      const local = mailtoLocalPart(signMessageLink(ring, messageId));
      expect(local).toHaveLength(64);
      for (const form of [local, local.toUpperCase()]) {
        expect(verifyMessageLink(ring, tokenOfMailto(form) ?? '')).toBe(messageId);
      }
    }
  });

  it.each([
    '',
    'leave',
    'leave+',
    'leave+abc',
    `leave+${'1'.repeat(58)}`,
    `stay+${'a'.repeat(58)}`,
    `leave+${'a'.repeat(59)}`,
    // The last letter has two bits to spare, which are nought.
    `leave+${'a'.repeat(57)}b`,
    `leave+${'a'.repeat(57)}7`,
  ])('%j is none', (local) => {
    expect(tokenOfMailto(local)).toBeNull();
  });
});
