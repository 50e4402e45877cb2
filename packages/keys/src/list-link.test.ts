import { describe, expect, it } from 'vitest';
import { createKeyRing } from './key-ring.ts';
import { readListLink, signListLink } from './list-link.ts';

const ring = createKeyRing();
const maker = { kind: 'SESSION', id: '01900000-0000-7000-8000-000000000001' } as const;
const path = '/reports/unsubscribed?format=xlsx';
const now = new Date('2026-05-04T08:00:00Z');
const until = new Date('2026-05-04T08:10:00Z');
const token = signListLink(ring, maker, path, until);

describe('a link to a list', () => {
  it('says who asked for it, until its end', () => {
    expect(readListLink(ring, token, path, now)).toEqual(maker);
    expect(readListLink(ring, token, path, new Date(until.getTime() - 1_000))).toEqual(maker);
    expect(readListLink(ring, token, path, until)).toBeNull();
  });

  it('opens no other path, and none that was changed, nor by another ring', () => {
    expect(readListLink(ring, token, '/reports/unsubscribed', now)).toBeNull();
    for (let i = 0; i < token.length - 1; i++) {
      const changed = token.slice(0, i) + (token[i] === 'A' ? 'B' : 'A') + token.slice(i + 1);
      expect(readListLink(ring, changed, path, now)).toBeNull();
    }
    expect(readListLink(createKeyRing(), token, path, now)).toBeNull();
    for (const none of ['', 'x', `${token}x`])
      expect(readListLink(ring, none, path, now)).toBeNull();
  });
});
