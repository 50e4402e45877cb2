import { barsOf } from './plot.ts';
import { UprightPlot } from './upright-plot.tsx';

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

/** Lying bars with their names above them, as long as these are: people write reasons of their own. */
export function NamePlot({ label, values, format }: PlotProps) {
  const bars = barsOf(values.map(({ count }) => count));
  return (
    <div role="img" aria-label={label} className="names">
      {values.map(({ name, count }, i) => (
        <div key={name}>
          <span>{name}</span>
          <span>{format(count)}</span>
          <svg className="plot" width="100%" height="12">
            <rect className="ground" width="100%" height="12" />
            <rect width={`${bars[i]!.length}%`} height="12" />
          </svg>
        </div>
      ))}
    </div>
  );
}
