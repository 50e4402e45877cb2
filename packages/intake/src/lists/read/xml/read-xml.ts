import { LIST_LIMITS } from '../../limits.ts';
import { NoList } from '../../list-refused.ts';
import { brokenFrom, type KeyedRecord } from '../keyed.ts';
import { NotWellFormed, readElements } from './read-elements.ts';

/**
 * The records of an XML: the elements at `path` (`contacts/contact`). What is within one becomes cells, by its names; what
 * comes more than once is one cell, separated by commas.
 */
export async function* readXml(
  pieces: AsyncIterable<string>,
  path: string,
): AsyncGenerator<KeyedRecord[]> {
  const reading = new RecordReader(path);
  try {
    for await (const _ of readElements(pieces, reading)) yield reading.take();
    yield reading.take();
  } catch (error) {
    yield reading.take();
    if (error instanceof NotWellFormed) yield [brokenFrom(reading.next, 'NOT_WELL_FORMED')];
    else if (error instanceof NoList && error.code === 'LINE_TOO_LONG')
      yield [brokenFrom(reading.next, 'ROW_TOO_LONG')];
    else throw error;
  }
}

class RecordReader {
  /** The line after the last record. */
  next = 1;
  readonly #path: string;
  readonly #open: { readonly name: string; text: string }[] = [];
  #records: KeyedRecord[] = [];
  #fields: Map<string, string> | null = null;
  #line = 1;
  #length = 0;
  /** How deep the record is. */
  #depth = 0;

  constructor(path: string) {
    this.#path = path;
  }

  take(): KeyedRecord[] {
    return this.#records.splice(0);
  }

  opened(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    this.#open.push({ name, text: '' });
    if (this.#fields === null) {
      if (this.#open.map((each) => each.name).join('/') !== this.#path) return;
      this.#fields = new Map();
      [this.#line, this.#length, this.#depth] = [line, 0, this.#open.length];
    }
    for (const [attribute, value] of attributes) this.#add(attribute, value);
  }

  text(text: string): void {
    if (this.#fields === null) return;
    this.#open.at(-1)!.text += text;
    this.#grow(text.length);
  }

  closed(): void {
    const depth = this.#open.length;
    const text = this.#open.at(-1)!.text.trim();
    if (this.#fields !== null && text !== '') this.#add('', text);
    this.#open.pop();
    if (this.#fields === null || depth > this.#depth) return;
    this.#records.push({ line: this.#line, fields: this.#fields });
    this.next = this.#line + 1;
    this.#fields = null;
  }

  /** A cell of the element that is open: its own text, or an attribute of it. */
  #add(attribute: string, value: string): void {
    const names = this.#open.slice(this.#depth).map(({ name }) => name);
    if (attribute !== '') names.push(attribute);
    // The record itself is a cell where it holds nothing but a text.
    const name = names.join('.') || this.#open.at(-1)!.name;
    if (name.length > LIST_LIMITS.name) throw new NoList('TOO_DEEP');
    this.#grow(attribute === '' ? 0 : value.length);
    const before = this.#fields!.get(name);
    this.#fields!.set(name, before === undefined ? value : `${before}, ${value}`);
  }

  #grow(by: number): void {
    this.#length += by;
    if (this.#length > LIST_LIMITS.line || this.#fields!.size > LIST_LIMITS.columns)
      throw new NoList('LINE_TOO_LONG');
  }
}
