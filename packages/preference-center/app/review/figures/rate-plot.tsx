import { sharesOf } from './plot.ts';

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
        <line className="dashed" x1="0" x2="100%" y1={dashedAt} y2={dashedAt} />
        {dotted !== null && (
          <line className="dotted" x1="0" x2="100%" y1={dottedAt} y2={dottedAt} />
        )}
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
