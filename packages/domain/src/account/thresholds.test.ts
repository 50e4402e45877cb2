import { describe, expect, it } from 'vitest';
import { refuseThresholds, THRESHOLD_BOUNDS, THRESHOLDS, thresholdsOf } from './thresholds.ts';

const NONE = {
  warnOptOutRate: null,
  warnComplaintRate: null,
  warnBounceRate: null,
  pauseComplaintRate: null,
  burstFewest: null,
  burstShare: null,
  hardBounces: null,
  softBounces: null,
  bounceHalfLifeDays: null,
};

describe('the thresholds of an account (F3, W-14, N4)', () => {
  it('are the house’s where it says nothing, and its own where it does', () => {
    expect(thresholdsOf(NONE)).toEqual(THRESHOLDS);
    expect(thresholdsOf({ ...NONE, burstFewest: 25 })).toEqual({ ...THRESHOLDS, burstFewest: 25 });
  });

  it('may be what the house says', () => expect(refuseThresholds(THRESHOLDS)).toBeNull());

  it.each(Object.entries(THRESHOLD_BOUNDS))('%s stays within its bounds', (name, [least, most]) => {
    for (const value of [least, most, null]) expect(refuseThresholds({ [name]: value })).toBeNull();
    for (const value of [least / 2, most * 1.01, 0, -1, NaN])
      expect(refuseThresholds({ [name]: value })).toBe(name);
  });

  it('never let complaints go on for longer than mailbox providers do', () => {
    expect(refuseThresholds({ pauseComplaintRate: 0.004 })).toBe('pauseComplaintRate');
    expect(refuseThresholds({ warnComplaintRate: 0.002 })).toBe('warnComplaintRate');
  });
});
