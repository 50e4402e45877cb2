import type { Readable } from 'node:stream';
import { LIST_LIMITS } from '../../../limits.ts';
import { NoList } from '../../../list-refused.ts';
import { textOfNumber } from '../text-of-cell.ts';
import { readTags, type Tags, unescapeText } from './read-tags.ts';

/** A row that says something. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Known {
  readonly strings: readonly string[];
  readonly formats: readonly (string | undefined)[];
  readonly since1904: boolean;
}

/** A sheet has no more. */
const ROWS = 2 ** 20;
/** From the first day of one calendar to that of the other. */
const DAYS_TO_1904 = 1_462;

/** The rows of a sheet as it is unpacked, some at a time. Cells that say nothing are not written, and neither are such rows. */
export async function* readSheet(part: Readable, known: Known): AsyncGenerator<SheetRow[]> {
  const reader = new SheetReader(known);
  for await (const _ of readTags(part, reader)) {
    yield reader.rows;
    reader.rows = [];
  }
}

class SheetReader implements Tags {
  rows: SheetRow[] = [];
  readonly #known: Known;
  #line = 0;
  #cells: string[] = [];
  #column = -1;
  #type = '';
  #style = '';
  #value = '';
  #isValue = false;

  constructor(known: Known) {
    this.#known = known;
  }

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') this.#isValue = true;
    else if (name === 'rPh') this.#type = 'rPh';
    else if (name === 'row') this.#openRow(attributes['r']);
  }

  text(text: string): void {
    if (this.#isValue && this.#type !== 'rPh') this.#value += text;
  }

  closed(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'rPh') this.#type = 'inlineStr';
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.rows.push({ line: this.#line, cells: this.#cells });
  }

  #openRow(number: string | undefined): void {
    const line = number === undefined ? this.#line + 1 : Number(number);
    if (!Number.isInteger(line) || line <= this.#line || line > ROWS) throw new NoList('DAMAGED');
    this.#line = line;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell({ r, t = 'n', s = '' }: Readonly<Record<string, string>>): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r);
    [this.#type, this.#style, this.#value] = [t, s, ''];
  }

  #closeCell(): void {
    const text = this.#textOf();
    if (text === '') return;
    if (this.#column >= LIST_LIMITS.columns) throw new NoList('TOO_MANY_COLUMNS');
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }

  #textOf(): string {
    const [type, value] = [this.#type, this.#value];
    const { strings, formats, since1904 } = this.#known;
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'inlineStr' || type === 'str') return unescapeText(value);
    if (value === '' || type === 'e') return '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type !== 'n') return value;
    return textOfNumber(
      Number(value),
      formats[Number(this.#style || 0)],
      since1904 ? DAYS_TO_1904 : 0,
    );
  }
}

/** Column A is 0. */
function columnOf(name: string): number {
  let column = 0;
  for (let i = 0; i < name.length; i++) {
    const letter = name.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
