import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOf, nearestPassing } from './colour.ts';
import { completePalette, contrastFailures, isOfItsScheme, type Palette } from './palette.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const palettes = fc.record({
  ground: colour,
  surface: colour,
  text: colour,
  accent: colour,
  onAccent: colour,
});

/** Any palette, mended until nothing in it is too faint. */
const goodPalettes = palettes.map((any): Palette => {
  const text = nearestPassing(any.text, any.ground, 4.5);
  const surface = contrastOf(text, any.surface) >= 4.5 ? any.surface : any.ground;
  const accent = nearestPassing(any.accent, surface, 3);
  return {
    ...any,
    text,
    surface,
    accent,
    onAccent: nearestPassing(any.onAccent, accent, 4.5),
  };
});

const GOOD: Palette = {
  ground: '#f4f1ff',
  surface: '#ffffff',
  text: '#221144',
  accent: '#7a3df0',
  onAccent: '#ffffff',
};

describe('the colours of a brand', () => {
  it('pass where they stand out', () => {
    expect(contrastFailures('light', GOOD)).toEqual([]);
  });

  it.each([
    ['text', '#999999', ['text on ground', 'text on surface']],
    ['onAccent', '#221144', ['onAccent on accent']],
    ['accent', '#ffe08a', ['onAccent on accent', 'accent on surface']],
    ['surface', '#7a3df0', ['text on surface', 'accent on surface']],
  ] as const)('name each pair that is too faint, with %s %s', (name, value, failing) => {
    const failures = contrastFailures('light', { ...GOOD, [name]: value });
    expect(failures.map(({ front, behind }) => `${front} on ${behind}`)).toEqual(failing);
    for (const { ratio, needed } of failures) expect(ratio).toBeLessThan(needed);
  });

  it('say what was measured, what is needed and which colour would do', () => {
    expect(contrastFailures('dark', { ...GOOD, accent: '#777777', onAccent: '#ffffff' })).toEqual([
      {
        scheme: 'dark',
        front: 'onAccent',
        behind: 'accent',
        ratio: 4.47,
        needed: 4.5,
        suggested: '#060606',
      },
    ]);
  });

  it('pass once a suggestion is taken, pair by pair', () => {
    fc.assert(
      fc.property(palettes, (palette) => {
        for (const { front, behind, suggested } of contrastFailures('light', palette)) {
          const mended = contrastFailures('light', { ...palette, [front]: suggested });
          expect(mended.some((each) => each.front === front && each.behind === behind)).toBe(false);
        }
      }),
    );
  });

  it('bring with them quiet words and edges that stand out as well, whatever they are', () => {
    fc.assert(
      fc.property(goodPalettes, (palette) => {
        expect(contrastFailures('light', palette)).toEqual([]);
        const { quiet, line, ground, surface } = completePalette(palette);
        expect(contrastOf(quiet, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(quiet, surface)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(line, surface)).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it('are light by day and dark by night, on ground and surface alike', () => {
    expect(isOfItsScheme('light', GOOD)).toBe(true);
    expect(isOfItsScheme('dark', GOOD)).toBe(false);
    const dark = { ...GOOD, ground: '#000000', surface: '#101010', text: '#ffffff' };
    expect(isOfItsScheme('dark', dark)).toBe(true);
    expect(isOfItsScheme('light', dark)).toBe(false);
    expect(isOfItsScheme('dark', { ...dark, ground: '#ffffff' })).toBe(false);
  });
});
