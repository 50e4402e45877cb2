import type { ReactNode } from 'react';
import type { Bar } from './plot.ts';

interface UprightPlotProps {
  /** What it shows, in a sentence, for whoever does not see it. */
  readonly label: string;
  /** The highest number of its scale, as it is written. */
  readonly most: string;
  readonly bars: readonly Bar[];
  /** Under the first bar and the last; the same where there is one bar. */
  readonly ends: readonly string[];
  /** What lies across the bars. */
  readonly children?: ReactNode;
}

/** Upright bars between two lines. Sizes are in per cent: it fits any width. */
export function UprightPlot({ label, most, bars, ends, children }: UprightPlotProps) {
  return (
    <svg role="img" aria-label={label} className="plot" width="100%" height="168">
      <text x="0" y="12">
        {most}
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
        {children}
      </svg>
      <line x1="0" x2="100%" y1="140" y2="140" />
      <text x="0" y="160">
        {ends[0]}
      </text>
      {ends.length > 1 && (
        <text x="100%" y="160" className="end">
          {ends.at(-1)}
        </text>
      )}
    </svg>
  );
}
