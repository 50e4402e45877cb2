import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from './duration.ts';

describe('durations', () => {
  it.each([
    ['P7D', 604_800],
    ['P1W', 604_800],
    ['PT90S', 90],
    ['PT48H', 172_800],
    ['P1DT2H3M4S', 93_784],
    ['P1M', null],
    ['P1Y', null],
    ['P', null],
    ['PT', null],
    ['P1DT', null],
    ['7 days', null],
    ['-P1D', null],
  ])('%s is %s seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([0, 1, 59, 60, 90, 3_600, 86_400, 93_784, 604_800])(
    '%i seconds survive a round trip',
    (seconds) => {
      expect(parseDuration(formatDuration(seconds))).toBe(seconds);
    },
  );
});
