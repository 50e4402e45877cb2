/** A plot of rates by week, beside its lines. */
export interface RatePlot {
  /** The oldest first; rates from 0 to 1. */
  readonly values: readonly { readonly name: string; readonly rate: number }[];
  /** Lines across the bars, with what is written below the plot. */
  readonly lines: readonly {
    readonly rate: number;
    readonly style: 'dashed' | 'dotted';
    readonly name: string;
  }[];
  readonly format: (rate: number) => string;
}

/** Width and height of the plot, in units of the SVG; twice as many pixels are drawn. */
export const PLOT_WIDTH = 560;
const TOP = 36;
const BASE = 176;
const LEFT = 16;
const RIGHT = PLOT_WIDTH - 16;
const LEGEND_STEP = 22;
const FILL = 0.7;
const HEADROOM = 1.1;
const DASHES = { dashed: '8 5', dotted: '2 4' } as const;

export const plotHeight = ({ lines }: RatePlot): number => BASE + 40 + lines.length * LEGEND_STEP;

/** Draws it as an SVG of its own ground: in a dark mail it stays a light card, so that its ink can be read. */
export function rateSvg(plot: RatePlot): string {
  const { values, lines, format } = plot;
  const most =
    Math.max(...values.map(({ rate }) => rate), ...lines.map(({ rate }) => rate)) * HEADROOM;
  const y = (rate: number): number => round(BASE - ((BASE - TOP) * rate) / most);
  const place = (RIGHT - LEFT) / values.length;
  const bars = values.map(({ rate }, i) => {
    const height = rate === 0 ? 0 : Math.max(2, BASE - y(rate));
    const x = round(LEFT + i * place + (place * (1 - FILL)) / 2);
    return `<rect x="${x}" y="${round(BASE - height)}" width="${round(place * FILL)}" height="${round(height)}"/>`;
  });
  const across = lines.map(({ rate, style }) => rule(LEFT, RIGHT, y(rate), style));
  const legend = lines.map(({ style, name }, i) => {
    const at = BASE + 50 + i * LEGEND_STEP;
    return `${rule(LEFT, LEFT + 36, at - 5, style)}${text(LEFT + 46, at, name)}`;
  });
  const height = plotHeight(plot);
  const last = values.length > 1 ? text(RIGHT, BASE + 22, values.at(-1)!.name, 'end') : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PLOT_WIDTH} ${height}" width="${PLOT_WIDTH}" height="${height}">
<rect width="${PLOT_WIDTH}" height="${height}" rx="8" fill="#ffffff"/>
<g font-family="Inter" font-size="14" fill="#1d2126">${text(LEFT, 22, format(most / HEADROOM))}
<line x1="${LEFT}" x2="${RIGHT}" y1="${BASE}" y2="${BASE}" stroke="#8a9099"/>
<g fill="#1f6f9f">${bars.join('')}</g>
${across.join('')}${text(LEFT, BASE + 22, values[0]?.name ?? '')}${last}${legend.join('')}</g></svg>`;
}

function rule(from: number, to: number, y: number, style: keyof typeof DASHES): string {
  return `<line x1="${from}" x2="${to}" y1="${y}" y2="${y}" stroke="#1d2126" stroke-width="2" stroke-dasharray="${DASHES[style]}"/>`;
}

function text(x: number, y: number, words: string, anchor = 'start'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escape(words)}</text>`;
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escape = (words: string): string => words.replace(/[&<>]/g, (letter) => ESCAPED[letter]!);
const round = (number: number): number => Math.round(number * 100) / 100;
