import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, POLICY_REFUSALS, refusePolicy } from './policy.ts';

const WEEK = 7 * 24 * 60 * 60;

describe('saving a policy', () => {
  it.each([
    [
      'MARKETING',
      { mode: 'AT_ONCE', reviewSeconds: 3600, onTimeout: 'REVERT' },
      'marketing-cannot-revert',
    ],
    [
      'MARKETING',
      { mode: 'REVIEW', reviewSeconds: 3600, onTimeout: 'OPT_OUT' },
      'marketing-cannot-review',
    ],
    [
      'MARKETING',
      { mode: 'AT_ONCE', reviewSeconds: WEEK, onTimeout: 'OPT_OUT' },
      'review-period-out-of-range',
    ],
    ['MARKETING', DEFAULT_POLICY, null],
    ['SERVICE', { mode: 'REVIEW', reviewSeconds: WEEK, onTimeout: 'REVERT' }, null],
    [
      'SERVICE',
      { mode: 'REVIEW', reviewSeconds: 0, onTimeout: 'REVERT' },
      'review-period-out-of-range',
    ],
    [
      'SERVICE',
      { mode: 'REVIEW', reviewSeconds: Number.NaN, onTimeout: 'REVERT' },
      'review-period-out-of-range',
    ],
    ['TRANSACTIONAL', DEFAULT_POLICY, 'transactional-has-no-opt-out'],
  ] as const)('%s with %o gives %s (W-5)', (purpose, policy, refusal) => {
    expect(refusePolicy(purpose, policy)).toBe(refusal);
  });

  it('tells people why a marketing book can not revert (W-5)', () => {
    expect(POLICY_REFUSALS['marketing-cannot-revert']).toMatch(/GDPR Art. 21\(3\)/);
  });
});
