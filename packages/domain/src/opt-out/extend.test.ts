import { describe, expect, it } from 'vitest';
import { deferredDeadline, refuseExtension } from './extend.ts';

const at = (text: string) => new Date(text);
const request = {
  state: 'PENDING',
  purpose: 'SERVICE',
  receivedAt: at('2026-03-01T00:00:00Z'),
  deadline: at('2026-03-08T00:00:00Z'),
} as const;
const now = at('2026-03-05T00:00:00Z');

describe('moving a deadline', () => {
  it.each([
    [request, '2026-03-20T00:00:00Z', null],
    [request, '2026-03-08T00:00:00Z', 'not-later'],
    [request, '2026-03-04T00:00:00Z', 'not-later'],
    [request, 'not a date', 'not-later'],
    [request, '2026-06-01T00:00:00Z', 'beyond-the-longest-review'],
    [
      { ...request, purpose: 'MARKETING', deadline: at('2026-03-02T00:00:00Z') },
      '2026-03-06T00:00:00Z',
      'beyond-the-longest-review',
    ],
    [{ ...request, state: 'DECLINED' }, '2026-03-20T00:00:00Z', 'already-closed'],
  ] as const)('of %o to %s gives %s (W-3)', (req, deadline, refusal) => {
    expect(refuseExtension(req, at(deadline), now)).toBe(refusal);
  });

  const marketing = {
    ...request,
    purpose: 'MARKETING',
    deadline: at('2026-03-01T01:00:00Z'),
  } as const;

  it.each([
    [null, '2026-03-02T23:59:59Z', null],
    [null, '2026-03-03T00:00:00Z', null],
    [null, '2026-03-03T00:00:01Z', 'beyond-the-longest-review'],
    ['US', '2026-03-03T00:00:00Z', null],
    ['US', '2026-03-03T00:00:01Z', 'beyond-the-longest-review'],
    ['DK', '2026-03-01T23:59:59Z', null],
    ['DK', '2026-03-02T00:00:00Z', null],
    ['DK', '2026-03-02T00:00:01Z', 'beyond-the-longest-review'],
  ] as const)('of marketing in %s to %s gives %s (W-3)', (country, deadline, refusal) => {
    const soon = at('2026-03-01T00:30:00Z');
    expect(refuseExtension({ ...marketing, country }, at(deadline), soon)).toBe(refusal);
  });
});

describe('deferring from the review', () => {
  const marketing = { ...request, purpose: 'MARKETING' } as const;
  it.each([
    ['a week on', request, '2026-03-15T00:00:00Z'],
    [
      'as far as it may',
      { ...request, deadline: at('2026-05-28T00:00:00Z') },
      '2026-05-30T00:00:00Z',
    ],
    ['not at all at the latest', { ...request, deadline: at('2026-05-30T00:00:00Z') }, null],
    ['not at all once closed', { ...request, state: 'CONFIRMED' }, null],
    [
      'not at all of marketing at its end',
      { ...marketing, deadline: at('2026-03-03T00:00:00Z') },
      null,
    ],
  ] as const)('moves the deadline %s (W-3)', (_, req, deadline) => {
    expect(deferredDeadline(req, now)?.toISOString() ?? null).toBe(
      deadline && at(deadline).toISOString(),
    );
  });

  it('of marketing ends where the law of the country ends it', () => {
    const soon = { ...marketing, deadline: at('2026-03-01T01:00:00Z') };
    const at30 = at('2026-03-01T00:30:00Z');
    expect(deferredDeadline({ ...soon, country: 'DK' }, at30)).toEqual(at('2026-03-02T00:00:00Z'));
    expect(deferredDeadline(soon, at30)).toEqual(at('2026-03-03T00:00:00Z'));
  });
});
