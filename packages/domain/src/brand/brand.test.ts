import { describe, expect, it } from 'vitest';
import { type Brand, inkOn, refuseBrand } from './brand.ts';
import { contrast } from './contrast.ts';

const brand = (more: Partial<Brand>): Brand => ({
  colour: null,
  colourOnDark: null,
  note: {},
  imprint: null,
  ...more,
});

describe('the contrast of two colours (WCAG 1.4.3)', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#FF0000', '#ffffff', 4],
  ])('%s on %s is %d', (a, b, expected) => {
    expect(contrast(a, b)).toBeCloseTo(expected, 2);
    expect(contrast(b, a)).toBeCloseTo(expected, 2);
  });
});

describe('a brand', () => {
  it.each([
    ['nothing of its own', {}, null],
    ['a dark blue', { colour: '#1f4f7a' }, null],
    ['a grey just readable', { colour: '#767676' }, null],
    ['a grey just not', { colour: '#777777' }, 'contrast-too-low'],
    ['white on white', { colour: '#ffffff' }, 'contrast-too-low'],
    ['its light colour in the dark', { colourOnDark: '#1f4f7a' }, 'contrast-too-low'],
    ['a light blue in the dark', { colourOnDark: '#a9d0f2' }, null],
    ['a colour by name', { colour: 'navy' }, 'not-a-colour'],
    ['a rule instead of a colour', { colour: '#fff;display:none' }, 'not-a-colour'],
    ['a long note', { note: { en: 'x'.repeat(501) } }, 'text-too-long'],
    ['a long imprint', { imprint: 'x'.repeat(501) }, 'text-too-long'],
  ] as const)('with %s: %s', (_what, more, refused) => {
    expect(refuseBrand(brand(more))?.refused ?? null).toBe(refused);
  });

  it('gets ink that can be read on whatever colour it has', () => {
    for (let value = 0; value < 0x1_000_000; value += 4_099) {
      const colour = `#${value.toString(16).padStart(6, '0')}`;
      expect(contrast(colour, inkOn(colour)), colour).toBeGreaterThanOrEqual(4.5);
    }
  });
});
