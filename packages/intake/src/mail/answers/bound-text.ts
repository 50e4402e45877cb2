/** A reply's own words stand in so much of it, or the rest of it is a quote. */
const MOST = { characters: 8_000, lines: 200, line: 1_000 };

/** What is looked at before anything is folded together; a newsletter of 100 kB is quoted whole. */
const LOOKED_AT = 512 * 1024;

/** More marked lines than that in a row tell no more. */
const QUOTED_LINES = 3;

/**
 * A mail's text in lines, made so small that whatever reads it ends soon: parsers of replies take the square and more of runs of
 * blanks, dashes and empty lines (32 kB of newlines were 17 s). Long quotes are shortened, so that what is written below one is
 * still seen.
 */
export function boundText(text: string): string[] {
  const lines: string[] = [];
  let characters = 0;
  let quoted = 0;
  for (const raw of text.slice(0, LOOKED_AT).split(/\r\n?|[\n\f\v\u0085\u2028\u2029]/)) {
    const line = boundLine(raw);
    quoted = line.startsWith('>') ? quoted + 1 : 0;
    if (quoted > QUOTED_LINES || (line === '' && (lines.at(-1) ?? '') === '')) continue;
    characters += line.length + 1;
    if (lines.length >= MOST.lines || characters > MOST.characters) break;
    lines.push(line);
  }
  return lines;
}

/** Without what is not seen, runs of blanks and of dashes made short. */
function boundLine(raw: string): string {
  return raw
    .slice(0, MOST.line)
    .replaceAll(/[\0\p{Cf}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/([-_=*~+#.–—])\1{5,}/g, '$1$1$1$1$1$1')
    .trim();
}
