import { describe, expect, it } from 'vitest';
import { completePolicy, DEFAULT_POLICY } from './policy.ts';
import { POLICY_REFUSALS, refusePolicy } from './refuse-policy.ts';

const DAY = 24 * 60 * 60;
const WEEK = 7 * DAY;
const review = { mode: 'REVIEW', reviewSeconds: WEEK, onTimeout: 'REVERT' } as const;

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

  it.each([
    [[], null],
    [[DAY], null],
    [[3 * DAY, DAY, 3_600, 60, 1], null],
    [[5 * DAY, 4 * DAY, 3 * DAY, 2 * DAY, DAY, 60], 'too-many-reminders'],
    [[DAY, 3 * DAY], 'reminders-unsorted'],
    [[DAY, DAY], 'reminders-unsorted'],
    [[WEEK], 'reminder-outside-the-review'],
    [[WEEK + 1, DAY], 'reminder-outside-the-review'],
    [[DAY, 0], 'reminder-outside-the-review'],
    [[DAY, -60], 'reminder-outside-the-review'],
    [[90.5], 'reminder-outside-the-review'],
    [[Number.NaN], 'reminder-outside-the-review'],
  ])('with reminders %j gives %s', (remindBeforeSeconds, refusal) => {
    expect(refusePolicy('SERVICE', { ...review, remindBeforeSeconds })).toBe(refusal);
  });

  it('lets the controller bring people back to service books alone (B1, A6)', () => {
    const policy = { ...DEFAULT_POLICY, reactivation: 'CONTROLLER' } as const;
    expect(refusePolicy('SERVICE', policy)).toBeNull();
    expect(refusePolicy('MARKETING', policy)).toBe('marketing-returns-by-recipient');
  });

  it('names at most fifty persons', () => {
    const people = (count: number) => ({
      ...review,
      tell: Array.from({ length: count }, (_, i) => String(i)),
    });
    expect(refusePolicy('SERVICE', people(50))).toBeNull();
    expect(refusePolicy('SERVICE', people(51))).toBe('too-many-told');
  });

  it('reminds a day before where it does not say, if the review is that long', () => {
    expect(completePolicy(review).remindBeforeSeconds).toEqual([DAY]);
    expect(completePolicy({ ...review, reviewSeconds: DAY }).remindBeforeSeconds).toEqual([]);
    expect(completePolicy({ ...review, remindBeforeSeconds: [] }).remindBeforeSeconds).toEqual([]);
  });
});
