import { describe, expect, it } from 'vitest';
import { errorOf, readReviewForm } from './review-form.ts';

const read = (...fields: [string, string][]) =>
  readReviewForm(new URLSearchParams([['shownAt', '2026-11-24T10:32:00.000Z'], ...fields]));

describe('the form of a review', () => {
  it.each([
    [[['decision', 'CONFIRM']], 'noneTicked'],
    [
      [
        ['decision', 'CONFIRM'],
        ['quarantine', 'a'],
      ],
      null,
    ],
    [
      [
        ['decision', 'CONFIRM'],
        ['id', 'a'],
      ],
      null,
    ],
    [
      [
        ['decision', 'CONFIRM'],
        ['all', 'on'],
        ['reason', 'x'.repeat(3_000)],
      ],
      null,
    ],
    [
      [
        ['decision', 'DECLINE'],
        ['id', 'a'],
      ],
      'reasonMissing',
    ],
    [
      [
        ['decision', 'DECLINE'],
        ['all', 'on'],
        ['reason', ' \r\n '],
      ],
      'reasonMissing',
    ],
    [
      [
        ['decision', 'DECLINE'],
        ['id', 'a'],
        ['reason', 'x'.repeat(2_001)],
      ],
      'reasonTooLong',
    ],
    [
      [
        ['decision', 'DECLINE'],
        ['id', 'a'],
        ['reason', 'On call.'],
      ],
      null,
    ],
  ] as [[string, string][], string | null][])('%j: %s', (fields, error) => {
    expect(errorOf(read(...fields)!)).toBe(error);
  });

  it('keeps what was ticked and typed', () => {
    expect(
      read(['decision', 'DECLINE'], ['id', 'a'], ['id', 'b'], ['reason', ' One\r\ntwo ']),
    ).toEqual({
      ids: ['a', 'b'],
      all: false,
      quarantine: null,
      reason: 'One\ntwo',
      decision: 'DECLINE',
      shownAt: '2026-11-24T10:32:00.000Z',
      key: '',
    });
  });

  it('is none without one of its buttons, or with a time that is none', () => {
    expect(read()).toBeNull();
    expect(read(['decision', 'LIFT'])).toBeNull();
    expect(readReviewForm(new URLSearchParams({ decision: 'CONFIRM', shownAt: 'now' }))).toBeNull();
  });
});
