import { parse, type Rgb, rgb, wcagContrast } from 'culori';

/** What a colour of a style is; null where it is none, or one that we can not know (a variable, an image). */
export function readColour(value: string): Rgb | null {
  const text = value.trim().toLowerCase();
  if (text === 'transparent') return { mode: 'rgb', r: 0, g: 0, b: 0, alpha: 0 };
  const parsed = parse(text);
  return parsed === undefined ? null : (rgb(parsed) ?? null);
}

/** The colour within a `background` shorthand; null where there is none. */
export function readBackground(value: string): Rgb | null {
  for (const part of value.split(/\s+(?![^(]*\))/)) {
    const colour = readColour(part);
    if (colour !== null) return colour;
  }
  return null;
}

/** A colour seen through its own transparency, on an opaque one. */
export function over(top: Rgb, ground: Rgb): Rgb {
  const alpha = top.alpha ?? 1;
  const mix = (a: number, b: number): number => a * alpha + b * (1 - alpha);
  return { mode: 'rgb', r: mix(top.r, ground.r), g: mix(top.g, ground.g), b: mix(top.b, ground.b) };
}

/** The contrast of two opaque colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(one: Rgb, other: Rgb): number {
  return wcagContrast(one, other);
}
