/** Weights are kept in tenths: a finer one decides nothing. */
const TENTHS = 10;

/** A feature and its weight a line. */
export function printWeights(weights: ReadonlyMap<string, number>): string {
  const lines = Array.from(weights, ([name, weight]) => `${name} ${Math.round(weight * TENTHS)}`);
  return `export const WEIGHTS = \`\n${lines.join('\n')}\n\`;\n`;
}

export function readWeights(text: string): ReadonlyMap<string, number> {
  return new Map(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const blank = line.lastIndexOf(' ');
        return [line.slice(0, blank), Number(line.slice(blank + 1)) / TENTHS];
      }),
  );
}
