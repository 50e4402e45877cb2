import { WORD_ACTS } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { type AnswerVerdict, judgeAnswer } from './judge-answer.ts';

const yes = { isOfRecipient: true, isByToken: true, isVouchedFor: true };
const no = { isOfRecipient: false, isByToken: false, isVouchedFor: false };

describe('an answer that is a keyword (M-5)', () => {
  it.each<[string, object, AnswerVerdict]>([
    [
      'of whom the mail went to, at the address of that mail',
      { ...yes, isVouchedFor: false },
      'CLEAR',
    ],
    ['of whom it went to, elsewhere, and vouched for', { ...yes, isByToken: false }, 'CLEAR'],
    ['that only says it is of them', { ...no, isOfRecipient: true }, 'UNCLEAR'],
    ['of a colleague to whom the mail was forwarded', { ...yes, isOfRecipient: false }, 'UNCLEAR'],
    ['of anybody', no, 'UNCLEAR'],
  ])('%s', (_of, facts, verdict) => {
    expect(judgeAnswer({ ...no, act: 'OPT_OUT', ...facts })).toBe(verdict);
  });
});

it('in free words is never clear, whoever vouches for it (N5)', () => {
  for (const facts of [yes, no])
    expect(judgeAnswer({ act: 'UNCLEAR_OPT_OUT', ...facts })).toBe('UNCLEAR');
});

it('START asks whom the mail went to, where they wrote it', () => {
  expect(judgeAnswer({ act: 'OPT_IN', ...no, isOfRecipient: true })).toBe('START');
  expect(judgeAnswer({ act: 'OPT_IN', ...yes, isOfRecipient: false })).toBe('PASS_ON');
});

it('of anything else goes to people', () => {
  const others = WORD_ACTS.filter((act) => !/OPT_/.test(act));
  expect(others).toContain('NONE');
  for (const act of others) expect(judgeAnswer({ act, ...yes })).toBe('PASS_ON');
});
