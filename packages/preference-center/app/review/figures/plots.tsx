import { barsOf, cut } from './plot.ts';

const LONGEST_LABEL = 38;
/** Of a labelled bar: its text and the bar below it, in pixels. */
const ROW = 44;

export interface Counted {
  readonly name: string;
  readonly count: number;
}

interface PlotProps {
  /** What it shows, in a sentence, for whoever does not see it. */
  readonly label: string;
  readonly values: readonly Counted[];
  readonly format: (count: number) => string;
}

/** Upright bars, one for each day; the first and last day and the highest number are written. Sizes are in per cent: it fits any width. */
export function DayPlot({ label, values, format }: PlotProps) {
  const bars = barsOf(values.map(({ count }) => count));
  const most = Math.max(...values.map(({ count }) => count), 0);
  return (
    <svg role="img" aria-label={label} className="plot" width="100%" height="168">
      <text x="0" y="12">
        {format(most)}
      </text>
      <line x1="0" x2="100%" y1="20" y2="20" />
      <svg x="0" y="20" width="100%" height="120">
        {bars.map(({ at, width, length }) => (
          <rect
            key={at}
            x={`${at}%`}
            width={`${width}%`}
            y={`${100 - length}%`}
            height={`${length}%`}
          />
        ))}
      </svg>
      <line x1="0" x2="100%" y1="140" y2="140" />
      <text x="0" y="160">
        {values[0]?.name}
      </text>
      {values.length > 1 && (
        <text x="100%" y="160" className="end">
          {values.at(-1)?.name}
        </text>
      )}
    </svg>
  );
}

/** Lying bars with their names above them. */
export function NamePlot({ label, values, format }: PlotProps) {
  const bars = barsOf(values.map(({ count }) => count));
  return (
    <svg role="img" aria-label={label} className="plot" width="100%" height={values.length * ROW}>
      {values.map(({ name, count }, i) => (
        <svg key={name} x="0" y={i * ROW} width="100%" height={ROW}>
          <text x="0" y="14">
            {cut(name, LONGEST_LABEL)}
          </text>
          <text x="100%" y="14" className="end">
            {format(count)}
          </text>
          <rect className="ground" x="0" y="21" width="100%" height="12" />
          <rect x="0" y="21" width={`${bars[i]!.length}%`} height="12" />
        </svg>
      ))}
    </svg>
  );
}
