import { restoreFormula } from '@adieu/domain';
import { LIST_LIMITS } from '../../limits.ts';
import type { ListRecord } from '../../list-shape.ts';
import type { TextLine } from '../text-lines.ts';
import { CellSplitter } from './cell-splitter.ts';

/** What Excel writes, and reads, before the first line to say how cells are separated. */
export const SEPARATOR_LINE = /^sep=(.)$/i;

/**
 * The records of a CSV in order. A quote that is never closed costs the line that it stands in: those after it are read as
 * if it were not there, as a wish to leave may be among them.
 */
export async function* readCsv(
  lines: AsyncIterable<readonly TextLine[]>,
  separator: string,
): AsyncGenerator<ListRecord[]> {
  const splitting = new RecordSplitter(separator);
  for await (const some of lines) {
    const records: ListRecord[] = [];
    for (const line of some)
      if (line.line > 1 || !SEPARATOR_LINE.test(line.text)) splitting.take(line, records);
    yield records;
  }
  const last: ListRecord[] = [];
  splitting.end(last);
  yield last;
}

class RecordSplitter {
  readonly #separator: string;
  /** Lines of a record whose last quote is not closed yet. */
  #waiting: TextLine[] = [];
  #length = 0;
  #splitter: CellSplitter;

  constructor(separator: string) {
    this.#separator = separator;
    this.#splitter = new CellSplitter(separator);
  }

  take(line: TextLine, into: ListRecord[]): void {
    const whole = this.#waiting.length === 0 ? wholeRecord(line, this.#separator) : null;
    if (whole !== null) {
      into.push(whole);
      return;
    }
    const cells = this.#splitter.take(line.text, line.end);
    this.#waiting.push(line);
    this.#length += line.text.length + line.end.length;
    if (cells !== null) into.push(recordOf(this.#begin()[0]!, cells));
    else if (this.#length > LIST_LIMITS.record) this.#giveUp(into);
  }

  end(into: ListRecord[]): void {
    while (this.#waiting.length > 0) this.#giveUp(into);
  }

  /** No line is read more than twice: a quote that is open until here is closed by none of the lines that wait. */
  #giveUp(into: ListRecord[]): void {
    const [first, ...rest] = this.#begin();
    into.push({ line: first!.line, broken: 'UNCLOSED_QUOTE', value: first!.text });
    for (const line of rest) this.take(line, into);
  }

  #begin(): TextLine[] {
    const waited = this.#waiting;
    [this.#waiting, this.#length] = [[], 0];
    this.#splitter = new CellSplitter(this.#separator);
    return waited;
  }
}

/** What most lines are: a record without quotes. */
function wholeRecord(line: TextLine, separator: string): ListRecord | null {
  const { text } = line;
  if (text.length > LIST_LIMITS.record)
    return { line: line.line, broken: 'ROW_TOO_LONG', value: text.slice(0, LIST_LIMITS.record) };
  return text.includes('"') ? null : recordOf(line, text.split(separator));
}

function recordOf({ line }: TextLine, cells: string[]): ListRecord {
  return { line, cells: cells.map(restoreFormula) };
}
