import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';

/** What is told of a part of a workbook; names without their prefixes. */
export interface Tags {
  opened(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  closed?(name: string): void;
}

const plain = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads a part as it is unpacked: after each piece whoever reads may take what they have, or leave. */
export async function* readTags(part: Readable, tags: Tags): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  parser.on('opentag', ({ name, attributes }) =>
    tags.opened(plain(name), attributes as Record<string, string>),
  );
  parser.on('text', (text) => tags.text?.(text));
  parser.on('closetag', ({ name }) => tags.closed?.(plain(name)));
  for await (const chunk of part as AsyncIterable<Buffer>) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.close();
}

/** The same to its end. */
export async function readAllTags(part: Readable | null, tags: Tags): Promise<void> {
  if (part === null) return;
  for await (const _ of readTags(part, tags));
}

/** A text as it was before Excel wrote what XML can not hold (`_x000D_`). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
