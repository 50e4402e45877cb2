import { escapeText } from './escape-text.ts';
import type { Curve, Plot } from './curves.ts';

const WIDTH = 440;
const HEIGHT = 230;
const LEFT = 44;
const RIGHT = 10;
const TOP = 10;
const BOTTOM = 34;
const STEPS = [1, 2, 5];
const MOST_TICKS = 5;
/** Two changes nearer than this, in the picture's own units, are drawn as one. */
const FINEST = 0.5;

/** What all plots of a run share: how many days it had, and on which a mailing went out. */
export interface Span {
  readonly days: number;
  readonly mailings: readonly number[];
}

/** A plot as SVG; its colours are the page's (classes line-0 …). */
export function plotSvg({ title, curves }: Plot, { days, mailings }: Span): string {
  const most = highest(curves);
  const top = ticks(most).at(-1)!;
  const x = (t: number): number => LEFT + (Math.min(t, days) / days) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
  const rows = ticks(most).map(
    (value) =>
      `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(value))}" y2="${round(y(value))}"/>` +
      `<text x="${LEFT - 6}" y="${round(y(value) + 4)}" text-anchor="end">${value.toLocaleString('en')}</text>`,
  );
  const columns = ticks(days)
    .filter((day) => day <= days)
    .map(
      (day) =>
        `<text x="${round(x(day))}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${day}</text>`,
    );
  const sent = mailings.map(
    (day) =>
      `<line class="mailing" x1="${round(x(day))}" x2="${round(x(day))}" y1="${TOP}" y2="${HEIGHT - BOTTOM}"/>`,
  );
  const lines = curves.map(
    (curve, i) => `<path class="line line-${i}" d="${path(curve, x, y, days)}"/>`,
  );
  const said = curves.map(
    ({ name, points }) => `${name}: ${points.at(-1)?.y.toLocaleString('en') ?? 0}`,
  );
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeText(`${title}; at the end ${said.join(', ')}`)}">`,
    ...rows,
    ...columns,
    `<text x="${WIDTH - RIGHT}" y="${HEIGHT - 4}" text-anchor="end">days, as simulated</text>`,
    ...sent,
    ...lines,
    '</svg>',
  ].join('');
}

/** At least 1. Not by Math.max: half a million mails are too many arguments. */
function highest(curves: readonly Curve[]): number {
  let most = 1;
  for (const { points } of curves) for (const { y } of points) if (y > most) most = y;
  return most;
}

/** Steps that are easy to read, from 0 to `most` or a little above. */
export function ticks(most: number): number[] {
  const rough = most / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    STEPS.map((each) => each * power).find((each) => each >= rough) ?? 10 * power,
  );
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}

function path(
  { points }: Curve,
  x: (t: number) => number,
  y: (value: number) => number,
  days: number,
): string {
  let d = `M${round(x(0))} ${round(y(0))}`;
  let drawn = x(0);
  for (const [i, point] of points.entries()) {
    const at = x(point.t);
    const next = points[i + 1];
    if (next !== undefined && x(next.t) - drawn < FINEST) continue;
    d += `H${round(at)}V${round(y(point.y))}`;
    drawn = at;
  }
  return `${d}H${round(x(days))}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
