import { describe, expect, it } from 'vitest';
import { LONGEST_WAIT_DAYS, refuseSendAt, shownState } from './send-at.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const after = (ms: number): Date => new Date(now.getTime() + ms);
const LONGEST_MS = LONGEST_WAIT_DAYS * 86_400_000;

describe('the hour of a campaign', () => {
  it.each([
    [1, null],
    [LONGEST_MS, null],
    [0, 'not-later'],
    [-1, 'not-later'],
    [LONGEST_MS + 1, 'beyond-the-longest-wait'],
    [Number.NaN, 'not-later'],
  ] as const)('%d ms from now: %s', (ms, refused) => {
    expect(refuseSendAt(after(ms), now)).toBe(refused);
  });

  it.each([
    ['SENDING', after(1), 'SCHEDULED'],
    ['SENDING', now, 'SENDING'],
    ['SENDING', null, 'SENDING'],
    ['PAUSED', after(1), 'PAUSED'],
    ['CANCELLED', after(1), 'CANCELLED'],
  ] as const)('%s with the hour %o is called %s', (state, sendAt, shown) => {
    expect(shownState({ state, sendAt }, now)).toBe(shown);
  });
});
