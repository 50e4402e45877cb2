import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOf, isColour, mix, nearestPassing } from './colour.ts';

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the contrast of two colours (WCAG 2.2)', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.478],
    ['#767676', '#ffffff', 4.542],
    ['#ff0000', '#ffffff', 3.998],
    ['#0000ff', '#000000', 2.444],
  ])('of %s and %s is %f', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 3);
    expect(contrastOf(other, one)).toBeCloseTo(ratio, 3);
  });

  it('is reached by the nearest colour, whatever the two are, and never by going further than black or white', () => {
    fc.assert(
      fc.property(colours, colours, fc.constantFrom(3, 4.5), (front, behind, needed) => {
        const found = nearestPassing(front, behind, needed);
        expect(isColour(found)).toBe(true);
        expect(contrastOf(found, behind)).toBeGreaterThanOrEqual(needed);
        if (contrastOf(front, behind) >= needed) expect(found).toBe(front);
      }),
    );
  });

  it('changes as little as it can', () => {
    expect(nearestPassing('#777777', '#ffffff', 4.5)).toBe('#767676');
    expect(nearestPassing('#ffffff', '#ffffff', 4.5)).toBe('#767676');
  });
});

describe('a colour', () => {
  it.each(['#fff', '#FFFFFF', 'red', '#12345g', '#123456;', '#123456\n', ' #123456', '#12345678'])(
    'is not written %j',
    (text) => {
      expect(isColour(text)).toBe(false);
    },
  );

  it('mixes by shares', () => {
    expect([0, 0.5, 1].map((share) => mix('#ffffff', '#000000', share))).toEqual([
      '#000000',
      '#808080',
      '#ffffff',
    ]);
  });
});
