import { sharesOf } from './plot.ts';
import { UprightPlot } from './upright-plot.tsx';

interface RatePlotProps {
  /** What it shows, in a sentence, for whoever does not see it. */
  readonly label: string;
  readonly values: readonly { readonly name: string; readonly rate: number }[];
  /** Rates at which a line lies: `dashed` warns, `dotted` is beside it; null where there is none. */
  readonly dashed: number;
  readonly dotted: number | null;
  readonly format: (rate: number) => string;
}

/** Upright bars of rates with lines across them, on one scale that holds the lines too. */
export function RatePlot({ label, values, dashed, dotted, format }: RatePlotProps) {
  const { most, bars, lines } = sharesOf(
    values.map(({ rate }) => rate),
    [dashed, dotted ?? 0],
  );
  const [dashedAt, dottedAt] = lines.map((length) => `${100 - length}%`);
  return (
    <UprightPlot
      label={label}
      most={format(most)}
      bars={bars}
      ends={values.map(({ name }) => name)}
    >
      <line className="dashed" x1="0" x2="100%" y1={dashedAt} y2={dashedAt} />
      {dotted !== null && <line className="dotted" x1="0" x2="100%" y1={dottedAt} y2={dottedAt} />}
    </UprightPlot>
  );
}
