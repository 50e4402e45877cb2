const CLOSES = { '{{': '}}', '{%': '%}' } as const;
type Opening = keyof typeof CLOSES;

/**
 * A text with each of its merge fields and tags replaced by what `replace` gives. Linear, also where thousands are opened and
 * none is closed: a pattern would look for the end of each anew.
 */
export function mapLiquid(
  source: string,
  replace: (piece: string, at: number) => string,
  openings: readonly Opening[] = ['{{', '{%'],
): string {
  let [out, done, from] = ['', 0, 0];
  for (;;) {
    const start = source.indexOf('{', from);
    if (start < 0) return out + source.slice(done);
    const opening = openings.find((each) => source.startsWith(each, start));
    if (opening === undefined) {
      from = start + 1;
      continue;
    }
    const end = source.indexOf(CLOSES[opening], start + 2);
    // None of its kind is closed from here on.
    if (end < 0) {
      const others = openings.filter((each) => each !== opening);
      if (others.length === 0) return out + source.slice(done);
      const rest = mapLiquid(
        source.slice(start),
        (piece, at) => replace(piece, start + at),
        others,
      );
      return out + source.slice(done, start) + rest;
    }
    out += source.slice(done, start) + replace(source.slice(start, end + 2), start);
    done = from = end + 2;
  }
}
