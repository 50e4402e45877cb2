import { describe, expect, it } from 'vitest';
import { createKeyRing } from './key-ring.ts';
import { openSecret, sealSecret, type SealedFor } from './sealed-secret.ts';

const ring = createKeyRing();
const mine: SealedFor = { kind: 'webhook-secret', owner: 'a' };

describe('a sealed secret', () => {
  it('opens to what it was, and is another text each time', () => {
    const [one, two] = [sealSecret(ring, mine, 'geheim'), sealSecret(ring, mine, 'geheim')];
    expect(openSecret(ring, mine, one).toString()).toBe('geheim');
    expect(openSecret(ring, mine, two).toString()).toBe('geheim');
    expect(one).not.toEqual(two);
    expect(one.includes('geheim')).toBe(false);
    expect(openSecret(ring, mine, sealSecret(ring, mine, ''))).toHaveLength(0);
  });

  it.each([
    ['for another row', ring, { ...mine, owner: 'b' }],
    ['for another use', ring, { ...mine, kind: 'provider-key' }],
    ['by other keys', createKeyRing(), mine],
  ] as const)('does not open %s', (_what, by, sealedFor) => {
    const sealed = sealSecret(ring, mine, 'geheim');
    expect(() => openSecret(by, sealedFor, sealed)).toThrow(/does not open(?!.*geheim)/);
  });

  it('does not open when any of its bytes was changed, or some are missing', () => {
    const sealed = sealSecret(ring, mine, 'geheim');
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i]! ^= 1;
      expect(() => openSecret(ring, mine, changed)).toThrow(/open|sealed/);
      expect(() => openSecret(ring, mine, sealed.subarray(0, i))).toThrow(/open|sealed/);
    }
  });
});
