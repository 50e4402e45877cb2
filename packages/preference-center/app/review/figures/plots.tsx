import { barsOf, cut } from './plot.ts';
import { UprightPlot } from './upright-plot.tsx';

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

/** Upright bars, one for each day; the first and last day and the highest number are written. */
export function DayPlot({ label, values, format }: PlotProps) {
  const counts = values.map(({ count }) => count);
  return (
    <UprightPlot
      label={label}
      most={format(Math.max(...counts, 0))}
      bars={barsOf(counts)}
      ends={values.map(({ name }) => name)}
    />
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
