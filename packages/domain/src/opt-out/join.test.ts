import { describe, expect, it } from 'vitest';
import { join, JOINS } from './join.ts';

describe('a wish that meets a request in force (W-10)', () => {
  it.each([
    [
      'PENDING',
      'UNCLEAR',
      'UNCLEAR',
      'PENDING',
      { effect: 'JOINS', state: 'PENDING', signal: 'UNCLEAR' },
    ],
    [
      'PENDING',
      'UNCLEAR',
      'CLEAR',
      'PENDING',
      { effect: 'JOINS', state: 'PENDING', signal: 'CLEAR' },
    ],
    [
      'PENDING',
      'CLEAR',
      'UNCLEAR',
      'PENDING',
      { effect: 'JOINS', state: 'PENDING', signal: 'CLEAR' },
    ],
    [
      'PENDING',
      'CLEAR',
      'CLEAR',
      'PENDING',
      { effect: 'JOINS', state: 'PENDING', signal: 'CLEAR' },
    ],
    [
      'PENDING',
      'UNCLEAR',
      'CLEAR',
      'CONFIRMED',
      { effect: 'OVERRIDES', state: 'CONFIRMED', signal: 'CLEAR' },
    ],
    [
      'PENDING',
      'CLEAR',
      'CLEAR',
      'CONFIRMED',
      { effect: 'OVERRIDES', state: 'CONFIRMED', signal: 'CLEAR' },
    ],
    [
      'CONFIRMED',
      'UNCLEAR',
      'CLEAR',
      'CONFIRMED',
      { effect: 'STANDS', state: 'CONFIRMED', signal: 'UNCLEAR' },
    ],
    [
      'CONFIRMED',
      'CLEAR',
      'UNCLEAR',
      'PENDING',
      { effect: 'STANDS', state: 'CONFIRMED', signal: 'CLEAR' },
    ],
  ] as const)(
    '%s %s and %s, which opens %s by itself',
    (state, signal, incoming, opens, result) => {
      expect(join({ open: { state, signal }, incoming: { signal: incoming, opens } })).toEqual(
        result,
      );
    },
  );

  it('has a row for every pair, and none weakens the request', () => {
    expect(JOINS).toHaveLength(16);
    for (const {
      open,
      join: { signal, state },
    } of JOINS) {
      expect(open.signal === 'CLEAR' && signal !== 'CLEAR').toBe(false);
      expect(open.state === 'CONFIRMED' && state !== 'CONFIRMED').toBe(false);
    }
  });
});
