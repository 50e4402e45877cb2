import { describe, expect, it } from 'vitest';
import { refuseClaim } from './manual-consent.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const claim = { consentText: 'Yes, please.', source: 'Fair in Malmö', obtainedAt: now };

describe('a consent that is recorded by hand (E4)', () => {
  it.each([
    [{}, null],
    [{ consentText: ' ' }, 'text-missing'],
    [{ consentText: 'x'.repeat(10_001) }, 'text-too-long'],
    [{ source: '' }, 'source-missing'],
    [{ source: 'x'.repeat(501) }, 'source-too-long'],
    [{ obtainedAt: new Date(now.getTime() + 1) }, 'obtained-in-future'],
  ])('%j', (change, refusal) => {
    expect(refuseClaim({ ...claim, ...change }, now)).toBe(refusal);
  });
});
