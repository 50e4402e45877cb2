import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyRing } from './key-ring.ts';
import { verifyMessageLink } from './link-token.ts';
import { tokenOfMailto } from './mailto-token.ts';
import {
  bounceLocalPart,
  feedbackId,
  messageOfBounce,
  messageOfFeedback,
  messageOfReply,
  replyLocalPart,
} from './message-token.ts';

const ring = createKeyRing();
const messageId = randomUUID();

describe('the return path of a message (M-8)', () => {
  it('names it, in any case, and fits a local part', () => {
    const local = bounceLocalPart(ring, messageId);
    expect(local.length).toBeLessThanOrEqual(64);
    for (const form of [local, local.toUpperCase()])
      expect(messageOfBounce(ring, form)).toBe(messageId);
  });

  it('is nothing with any letter changed, of another ring, or of another purpose', () => {
    const local = bounceLocalPart(ring, messageId);
    for (let at = 'bounce+'.length; at < local.length; at++) {
      const other = local[at] === 'a' ? 'b' : 'a';
      expect(messageOfBounce(ring, local.slice(0, at) + other + local.slice(at + 1))).toBeNull();
    }
    expect(messageOfBounce(createKeyRing(), local)).toBeNull();
    expect(messageOfBounce(ring, `bounce+${feedbackId(ring, messageId)}`)).toBeNull();
    for (const bad of ['', 'bounce', 'bounce+', 'bounce+abc', `${local}a`]) {
      expect(messageOfBounce(ring, bad)).toBeNull();
    }
  });

  it('is no way out: who reads it in a header can not leave for its owner (H-7)', () => {
    const token = bounceLocalPart(ring, messageId).replace('bounce+', '');
    expect(verifyMessageLink(ring, token)).toBeNull();
    expect(tokenOfMailto(`leave+${token}`)).toBeNull();
  });
});

describe('the feedback id of a message (H-13)', () => {
  it('comes back to it, and no other does', () => {
    const id = feedbackId(ring, messageId);
    expect(messageOfFeedback(ring, ` ${id}\r\n`)).toBe(messageId);
    expect(messageOfFeedback(createKeyRing(), id)).toBeNull();
    expect(messageOfFeedback(ring, messageId)).toBeNull();
  });
});

describe('the Reply-To of a message (H-12)', () => {
  it('names it, in any case, and fits a local part', () => {
    const local = replyLocalPart(ring, messageId);
    expect(local.length).toBeLessThanOrEqual(64);
    for (const form of [local, local.toUpperCase()])
      expect(messageOfReply(ring, form)).toBe(messageId);
  });

  it('is nothing with any letter changed, of another ring, or of another purpose', () => {
    const local = replyLocalPart(ring, messageId);
    for (let at = 'reply+'.length; at < local.length; at++) {
      const other = local[at] === 'a' ? 'b' : 'a';
      expect(messageOfReply(ring, local.slice(0, at) + other + local.slice(at + 1))).toBeNull();
    }
    expect(messageOfReply(createKeyRing(), local)).toBeNull();
    expect(messageOfReply(ring, `reply+${feedbackId(ring, messageId)}`)).toBeNull();
    for (const bad of ['', 'reply', 'reply+', 'reply+test', `${local}a`])
      expect(messageOfReply(ring, bad)).toBeNull();
  });

  it('is neither a return path nor a way out: whoever reads it can not leave for its owner (H-7)', () => {
    const token = replyLocalPart(ring, messageId).replace('reply+', '');
    expect(messageOfBounce(ring, `bounce+${token}`)).toBeNull();
    expect(messageOfFeedback(ring, token)).toBeNull();
    expect(verifyMessageLink(ring, token)).toBeNull();
    expect(tokenOfMailto(`leave+${token}`)).toBeNull();
  });
});
