import { describe, expect, it } from 'vitest';
import { closeAtDeadline, decide } from './decide.ts';

const open = { state: 'PENDING', signal: 'CLEAR', purpose: 'SERVICE' } as const;

describe("an admin's decision", () => {
  it.each([
    [open, 'CONFIRM', null, { state: 'CONFIRMED', suppression: 'OPTED_OUT' }],
    [open, 'DECLINE', 'You are on call', { state: 'DECLINED', suppression: null }],
    [open, 'DECLINE', null, { refused: 'reason-required' }],
    [open, 'DECLINE', '  \n', { refused: 'reason-required' }],
    [open, 'DECLINE', 'x'.repeat(2001), { refused: 'reason-too-long' }],
    [{ ...open, state: 'CONFIRMED' }, 'DECLINE', 'no', { refused: 'already-closed' }],
    [{ ...open, state: 'REVERTED' }, 'CONFIRM', null, { refused: 'already-closed' }],
    [
      { ...open, purpose: 'MARKETING', signal: 'UNCLEAR' },
      'DECLINE',
      'spam trap',
      { state: 'DECLINED', suppression: null },
    ],
    [
      { ...open, purpose: 'MARKETING' },
      'DECLINE',
      'no',
      { refused: 'clear-marketing-cannot-be-declined' },
    ],
    [
      { ...open, purpose: 'MARKETING', state: 'CONFIRMED' },
      'DECLINE',
      'no',
      { refused: 'clear-marketing-cannot-be-declined' },
    ],
  ] as const)('on %o: %s with %s (W-6)', (request, decision, reason, result) => {
    expect(decide(request, decision, reason)).toEqual(result);
  });
});

describe('the end of the timer', () => {
  it('opts out where the request says so', () => {
    expect(closeAtDeadline('OPT_OUT')).toEqual({ state: 'CONFIRMED', suppression: 'OPTED_OUT' });
  });
  it('reverts where the request says so (B5)', () => {
    expect(closeAtDeadline('REVERT')).toEqual({ state: 'REVERTED', suppression: null });
  });
});
