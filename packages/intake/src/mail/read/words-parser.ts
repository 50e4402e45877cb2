import type { Readable } from 'node:stream';
import { MailParser } from 'mailparser';
import { CalledBytes } from './called-bytes.ts';

/** What is not in the parser's description, as its tree: the version is exact, and a test breaks where it changes. */
interface Inside {
  createNode(part: unknown): { readonly contentType?: string; charset?: string };
  decoder: { decodeStream(charset: string): Readable };
}

const NOT_SAID = 'x-not-said';
const MAY_BE_ANYTHING = new Set(['', 'ascii', 'usascii', 'utf8']);

/** Reads also what says nothing of how its words are written, or wrongly that they are UTF-8. */
export function createWordsParser(
  options: ConstructorParameters<typeof MailParser>[0],
): MailParser {
  const parser = new MailParser(options);
  const inside = parser as unknown as Inside;
  const { decoder } = inside;
  const createNode = inside.createNode.bind(parser);
  inside.createNode = (part) => {
    const node = createNode(part);
    const charset = (node.charset ?? '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '');
    if (/^text\/(?:plain|html)$/i.test(node.contentType ?? '') && MAY_BE_ANYTHING.has(charset))
      node.charset = NOT_SAID;
    return node;
  };
  inside.decoder = {
    decodeStream: (charset) =>
      charset === NOT_SAID ? new CalledBytes() : decoder.decodeStream(charset),
  };
  return parser;
}
