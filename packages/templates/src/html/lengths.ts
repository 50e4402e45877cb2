/** The size of text where nothing else is said. */
export const ROOT_FONT_PX = 16;

const KEYWORD_PX: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};

/** A length in pixels, `em` and `%` of a size; null where it is not one that can be computed. */
export function pixels(value: string | undefined, size: number): number | null {
  const [, number, unit] = /^(-?[\d.]+)(px|pt|em|rem|%|)$/.exec(value?.trim() ?? '') ?? [];
  if (number === undefined) return null;
  const n = Number(number);
  if (unit === '%') return (n / 100) * size;
  if (unit === 'em') return n * size;
  if (unit === 'rem') return n * ROOT_FONT_PX;
  if (unit === 'pt') return (n * 4) / 3;
  // A bare number is a factor of line-height; only nought is a length.
  return unit === '' && n !== 0 ? null : n;
}

/** A declared font size within text of another; what can not be read counts as none, since it may be anything. */
export function fontPixels(value: string | undefined, around: number): number {
  if (value === undefined || /^(?:inherit|unset)$/.test(value)) return around;
  if (/^(?:initial|revert)/.test(value)) return ROOT_FONT_PX;
  if (value === 'smaller') return around / 1.2;
  if (value === 'larger') return around * 1.2;
  return KEYWORD_PX[value] ?? pixels(value, around) ?? 0;
}

/** A number or percentage; nought where it is computed. */
export function fraction(value: string | undefined): number {
  if (value === undefined || /^(?:inherit|initial|unset)$/.test(value)) return 1;
  const number = Number.parseFloat(value);
  if (Number.isNaN(number)) return 0;
  return value.includes('%') ? number / 100 : number;
}
