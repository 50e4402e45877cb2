import { type Colour, contrastOf, luminanceOf, mix, nearestPassing } from './colour.ts';

/** The colours that an account may choose for the pages, for light or for dark surroundings. */
export interface Palette {
  /** Behind everything. */
  readonly ground: Colour;
  /** Behind what is to be read and pressed. */
  readonly surface: Colour;
  readonly text: Colour;
  /** The first button, marks and edges. */
  readonly accent: Colour;
  /** Words on the first button. */
  readonly onAccent: Colour;
}

export const PALETTE_COLOURS = ['ground', 'surface', 'text', 'accent', 'onAccent'] as const;
export type PaletteColour = (typeof PALETTE_COLOURS)[number];

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What must stand out from what: words 4.5:1 (WCAG 2.2 SC 1.4.3), the edge of a button 3:1 (SC 1.4.11). */
export const CONTRAST_RULES: readonly {
  readonly front: PaletteColour;
  readonly behind: PaletteColour;
  readonly needed: number;
}[] = [
  { front: 'text', behind: 'ground', needed: 4.5 },
  { front: 'text', behind: 'surface', needed: 4.5 },
  { front: 'onAccent', behind: 'accent', needed: 4.5 },
  { front: 'accent', behind: 'surface', needed: 3 },
];

export interface ContrastFailure {
  readonly scheme: Scheme;
  readonly front: PaletteColour;
  readonly behind: PaletteColour;
  /** Measured, cut to two places, so that it never reads like enough. */
  readonly ratio: number;
  readonly needed: number;
  /** The nearest colour for `front` that would do. */
  readonly suggested: Colour;
}

/** Each pair of colours that is too faint. */
export function contrastFailures(scheme: Scheme, palette: Palette): ContrastFailure[] {
  return CONTRAST_RULES.flatMap(({ front, behind, needed }) => {
    const ratio = contrastOf(palette[front], palette[behind]);
    if (ratio >= needed) return [];
    const suggested = nearestPassing(palette[front], palette[behind], needed);
    return [{ scheme, front, behind, ratio: Math.floor(ratio * 100) / 100, needed, suggested }];
  });
}

/** Whether light is light: what browsers draw themselves (a calendar, a menu) follows the scheme and not our colours. */
export function isOfItsScheme(scheme: Scheme, { ground, surface, text }: Palette): boolean {
  const lightText = [ground, surface].map((colour) => luminanceOf(text) > luminanceOf(colour));
  return lightText.every((isLighter) => isLighter === (scheme === 'dark'));
}

/** A palette with the colours that follow from it: nobody chooses these, so nobody can make them fade. */
export interface WholePalette extends Palette {
  /** Notes and names: 4.5:1 on ground and surface. */
  readonly quiet: Colour;
  /** Edges of fields and lesser buttons: 3:1 on the surface. */
  readonly line: Colour;
  /** Rules between parts; means nothing by itself. */
  readonly hair: Colour;
}

export function completePalette(palette: Palette): WholePalette {
  const { ground, surface, text } = palette;
  return {
    ...palette,
    quiet: fade(text, surface, 0.66, [surface, ground], 4.5),
    line: fade(text, surface, 0.45, [surface], 3),
    hair: mix(text, surface, 0.12),
  };
}

/** Text mixed into the surface as far as it may go. */
function fade(
  text: Colour,
  surface: Colour,
  from: number,
  behind: readonly Colour[],
  needed: number,
): Colour {
  for (let share = from; share < 1; share += 0.02) {
    const faded = mix(text, surface, share);
    if (behind.every((colour) => contrastOf(faded, colour) >= needed)) return faded;
  }
  return text;
}
