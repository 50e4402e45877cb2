import { LIST_LIMITS } from '../limits.ts';
import { NoList } from '../list-refused.ts';

/** A line with what ends it. */
export interface TextLine {
  /** 1 = the first. */
  readonly line: number;
  readonly text: string;
  readonly end: string;
}

const END = /\r\n|\n|\r/g;

/** The lines of a text, some at a time. They may end in any of three ways, also within one file. */
export async function* textLines(pieces: AsyncIterable<string>): AsyncGenerator<TextLine[]> {
  let [line, left] = [1, ''];
  for await (const piece of pieces) {
    const text = left + piece;
    const lines: TextLine[] = [];
    let at = 0;
    END.lastIndex = left.length === 0 ? 0 : left.length - 1;
    for (let end = END.exec(text); end !== null; end = END.exec(text)) {
      // The other half of this end may come with the next piece.
      if (end[0] === '\r' && END.lastIndex === text.length) break;
      lines.push({ line, text: text.slice(at, end.index), end: end[0] });
      at = END.lastIndex;
      line += 1;
    }
    left = text.slice(at);
    if (lines.length > 0) yield lines;
    if (left.length > LIST_LIMITS.line) throw new NoList('LINE_TOO_LONG');
  }
  const end = left.endsWith('\r') ? '\r' : '';
  if (left !== '') yield [{ line, text: left.slice(0, left.length - end.length), end }];
}
