import { SaxesParser } from 'saxes';
import { LIST_LIMITS } from '../../limits.ts';
import { NoList } from '../../list-refused.ts';

/** What a reader of XML is told, element by element; names without their prefixes. */
export interface Elements {
  opened(name: string, attributes: ReadonlyMap<string, string>, line: number): void;
  text(text: string): void;
  closed(): void;
}

/** Thrown where the text breaks the rules of XML. */
export class NotWellFormed extends Error {
  override readonly name = 'NotWellFormed';
}

/**
 * Reads XML as it comes. Entities that it declares are refused and none is expanded; no part of it may be deeper or longer than
 * a record is.
 */
export async function* readElements(
  pieces: AsyncIterable<string>,
  elements: Elements,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: true });
  let [depth, since] = [0, 0];
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw new NoList('ENTITIES');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    since = 0;
    if (depth > LIST_LIMITS.depth) throw new NoList('TOO_DEEP');
    const attributes = Object.entries(tag.attributes as Record<string, string>);
    for (const name of [tag.name, ...attributes.map(([each]) => each)])
      if (name.length > LIST_LIMITS.name) throw new NoList('TOO_DEEP');
    elements.opened(
      localName(tag.name),
      new Map(attributes.map(([name, value]) => [localName(name), value])),
      parser.line,
    );
  });
  parser.on('text', (text) => elements.text(text));
  parser.on('cdata', (text) => elements.text(text));
  parser.on('closetag', () => {
    depth -= 1;
    since = 0;
    elements.closed();
  });
  for await (const piece of pieces) {
    since += piece.length;
    guarded(() => parser.write(piece));
    if (since > LIST_LIMITS.line) throw new NoList('LINE_TOO_LONG');
    yield;
  }
  guarded(() => parser.close());
}

function guarded(parse: () => void): void {
  try {
    parse();
  } catch (error) {
    if (error instanceof NoList) throw error;
    throw new NotWellFormed('not well formed', { cause: error });
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
