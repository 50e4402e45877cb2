import type { ListRecord } from '../list-shape.ts';
import { readCsv, SEPARATOR_LINE } from '../read/csv/read-csv.ts';
import { textLines } from '../read/text-lines.ts';

export const SEPARATORS = [',', ';', '\t', '|'] as const;
const ROWS = 200;

/** How the cells of a CSV are separated: as it says itself, else by what makes its first rows equally long. */
export async function findSeparator(head: string): Promise<string> {
  const said = SEPARATOR_LINE.exec(head.split(/[\r\n]/, 1)[0]!);
  if (said !== null) return said[1]!;
  let best = { separator: ',' as string, score: 0 };
  for (const separator of SEPARATORS) {
    const score = scoreOf(await firstRecords(head, separator));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** The first records of a text that may be cut. */
async function firstRecords(head: string, separator: string): Promise<readonly string[][]> {
  const records: ListRecord[] = [];
  for await (const some of readCsv(textLines(once(head)), separator)) {
    records.push(...some);
    if (records.length > ROWS) break;
  }
  return records.flatMap((record) =>
    'cells' in record && record.cells.some((cell) => cell.trim() !== '')
      ? [record.cells as string[]]
      : [],
  );
}

/**
 * The share of rows that are as long as the header, and that have more than one cell; the longer, where that is the same. A
 * header is the best witness: notes in the rows may hold any sign.
 */
function scoreOf(records: readonly string[][]): number {
  const length = records[0]?.length ?? 0;
  if (length < 2) return 0;
  const alike = records.filter((cells) => cells.length === length).length;
  // A name of a column is short, and no sentence.
  return alike / records.length + Math.min(length, 100) / 1_000;
}

// oxlint-disable-next-line typescript/require-await -- what is read is read in pieces
async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
