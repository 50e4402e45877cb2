/** A colour of sRGB as `#rrggbb`, small letters: the one form that is kept and that becomes part of a stylesheet. */
export type Colour = string;

export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/.test(text);
}

type Channels = readonly [red: number, green: number, blue: number];

const BLACK: Channels = [0, 0, 0];
const WHITE: Channels = [255, 255, 255];
const STEPS = 255;

const channelsOf = (colour: Colour): Channels => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];

const colourOf = (channels: Channels): Colour =>
  `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

const linear = (channel: number): number => {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance, 0 (black) to 1 (white) (WCAG 2.2). */
export function luminanceOf(colour: Colour): number {
  const [red, green, blue] = channelsOf(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio, 1 to 21, whichever colour is in front (WCAG 2.2). */
export function contrastOf(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** `share` of one colour in another, 0 to 1, channel by channel. */
export function mix(one: Colour, other: Colour, share: number): Colour {
  return colourOf(between(channelsOf(one), channelsOf(other), share));
}

/** The colour nearest to `colour`, on its ways to black and to white, that has at least `needed` (≤ 4.5) on `behind`. */
export function nearestPassing(colour: Colour, behind: Colour, needed: number): Colour {
  const from = channelsOf(colour);
  const passing = [BLACK, WHITE].flatMap((end) => {
    for (let step = 0; step <= STEPS; step += 1) {
      const found = colourOf(between(end, from, step / STEPS));
      if (contrastOf(found, behind) >= needed) return [found];
    }
    return [];
  });
  const distance = (found: Colour): number =>
    Math.hypot(...channelsOf(found).map((channel, i) => channel - from[i]!));
  // why: any colour has 4.58 with black or with white, so there is always one.
  return passing.toSorted((a, b) => distance(a) - distance(b))[0]!;
}

function between(one: Channels, other: Channels, share: number): Channels {
  const at = (i: 0 | 1 | 2): number => one[i] * share + other[i] * (1 - share);
  return [at(0), at(1), at(2)];
}
