import { describe, expect, it } from 'vitest';
import type { OptOutPolicy } from './policy.ts';
import { judge } from './verdicts.ts';

const now = new Date('2026-03-01T10:00:00Z');
const WEEK = 7 * 24 * 60 * 60;
const atOnce: OptOutPolicy = { mode: 'AT_ONCE', reviewSeconds: WEEK, onTimeout: 'OPT_OUT' };
const review: OptOutPolicy = { mode: 'REVIEW', reviewSeconds: WEEK, onTimeout: 'REVERT' };

const confirmed = { state: 'CONFIRMED', suppression: 'OPTED_OUT', deadline: null, onTimeout: null };
const pending = (deadline: string, onTimeout: string) => ({
  state: 'PENDING',
  suppression: 'PAUSED',
  deadline: new Date(deadline),
  onTimeout,
});

describe('the judgement of a wish', () => {
  it.each([
    ['CLEAR', 'MARKETING', atOnce, confirmed],
    ['CLEAR', 'MARKETING', review, confirmed],
    ['CLEAR', 'SERVICE', atOnce, confirmed],
    ['CLEAR', 'SERVICE', review, pending('2026-03-08T10:00:00Z', 'REVERT')],
    ['UNCLEAR', 'MARKETING', atOnce, pending('2026-03-03T10:00:00Z', 'OPT_OUT')],
    ['UNCLEAR', 'MARKETING', review, pending('2026-03-03T10:00:00Z', 'OPT_OUT')],
    ['UNCLEAR', 'SERVICE', review, pending('2026-03-08T10:00:00Z', 'REVERT')],
    ['UNCLEAR', 'SERVICE', atOnce, pending('2026-03-08T10:00:00Z', 'OPT_OUT')],
    ['MACHINE', 'MARKETING', atOnce, { refused: 'machine-signal' }],
    ['MACHINE', 'SERVICE', review, { refused: 'machine-signal' }],
    ['CLEAR', 'TRANSACTIONAL', atOnce, { refused: 'transactional-has-no-opt-out' }],
    ['MACHINE', 'TRANSACTIONAL', atOnce, { refused: 'transactional-has-no-opt-out' }],
  ] as const)('%s in a %s book under %o (design §2)', (signal, purpose, policy, ruling) => {
    expect(judge(signal, purpose, policy, now)).toEqual(ruling);
  });
});
