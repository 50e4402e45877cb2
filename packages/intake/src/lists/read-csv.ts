import type { RejectedRow } from '@adieu/db';
import { restoreFormula } from '@adieu/domain';
import { type Options, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** One record of a CSV file. */
export interface CsvRecord {
  /** Where it begins; 1 = the first line of the file. */
  readonly line: number;
  /** As they stand, but for the apostrophe that keeps a spreadsheet from running one. */
  readonly cells: readonly string[];
}

const DELIMITERS = [',', ';', '\t'];
const LONGEST_RECORD = 64 * 1024;
/** What a decoder puts where it did not understand: the name was lost before the file came here. */
const LOST = '\uFFFD';

/**
 * Every record of a CSV in order, blank ones too; what is none, or holds characters that were lost, is rejected with its line.
 * Lines may end in any of three ways, also within one file. The separator is what the first line has most of.
 */
export async function* readCsv(
  csv: string | AsyncIterable<string>,
): AsyncGenerator<CsvRecord | RejectedRow> {
  const skipped: RejectedRow[] = [];
  let last: RejectedRow | undefined;
  const { head, whole } = await peekLine(csv);
  const options: Options = {
    bom: true,
    delimiter: delimiterOf(head),
    info: true,
    // One that is guessed by the first line joins two rows where the next ends otherwise.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_skip: (error) => {
      const line = Number(error?.lines ?? 0);
      const message = `not readable as CSV: ${reason(error?.code)}`;
      // A line that is too long is told again with each piece that it comes in.
      if (line === last?.line && message === last.message) return;
      last = { line, field: null, message };
      skipped.push(last);
    },
  };
  const parser = parse(options);
  const source = Readable.from(whole);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[];
    info: { lines: number };
  }>) {
    yield* skipped.splice(0);
    const line = info.lines - (record.join('').match(/\r\n|\r|\n/g)?.length ?? 0);
    const lost = record.some((cell) => cell.includes(LOST));
    if (lost) yield { line, field: null, message: LOST_MESSAGE };
    else yield { line, cells: record.map(restoreFormula) };
  }
  yield* skipped;
}

const LOST_MESSAGE =
  'characters of it were lost when it was saved (they read �): save the list anew from where it comes from, as UTF-8';

export const MORE_CELLS = 'it has more cells than the header line: is a quote missing?';

/** Whether a record says something beyond the `known` columns of its header. */
export function hasMoreCells({ cells }: CsvRecord, known: number): boolean {
  return cells.slice(known).some((cell) => cell.trim() !== '');
}

export function isBlank({ cells }: CsvRecord): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The first line that says something, and the whole input again with it. */
async function peekLine(
  csv: string | AsyncIterable<string>,
): Promise<{ head: string; whole: AsyncIterable<string> }> {
  const chunks = (typeof csv === 'string' ? piecesOf(csv) : csv)[Symbol.asyncIterator]();
  const read: string[] = [];
  let head = '';
  // In two steps: one pattern for both looks for an end anew from each letter of a line that has none.
  while (!/[\r\n]/.test(head.trimStart()) && head.length < LONGEST_RECORD) {
    const next = await chunks.next();
    if (next.done) break;
    read.push(next.value);
    head += next.value;
  }
  async function* again(): AsyncGenerator<string> {
    yield* read;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  return { head: head.trimStart().split(/[\r\n]/, 1)[0] ?? '', whole: again() };
}

const PIECE = 16 * 1024;

/** A whole list would be read in one go, and nobody else be served meanwhile: a one-click waits for no import. */
async function* piecesOf(csv: string): AsyncGenerator<string> {
  for (let at = 0; at < csv.length;) {
    const end = at + PIECE;
    // Half a character would be lost.
    const isHalf = /[\uD800-\uDBFF]/.test(csv.charAt(end - 1)) && end < csv.length;
    const piece = csv.slice(at, isHalf ? end + 1 : end);
    at += piece.length;
    yield piece;
    await nextTurn();
  }
}

/** The separator that the header line uses most; a comma where it has one column. */
function delimiterOf(header: string): string {
  const count = (sign: string): number => header.split(sign).length;
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function reason(code: string | undefined): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return 'a quote is opened and never closed, so nothing from there on was taken';
  return (code ?? 'unknown').replace(/^CSV_/, '').replaceAll('_', ' ').toLowerCase();
}
