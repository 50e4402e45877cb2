/** A list file as text, or why its bytes are none. */
export type ReadableText =
  | { readonly encoding: string }
  | { readonly refused: 'unknown-encoding' | 'not-utf-8' | 'not-in-this-encoding' };

export const TEXT_REFUSALS = {
  'unknown-encoding':
    'no such encoding is known: say for example windows-1252, windows-1250 or utf-16le',
  'not-utf-8':
    'it is not UTF-8: say what it is with --encoding (a spreadsheet of Western Europe saves windows-1252, a Czech one windows-1250), or save it as UTF-8',
  'not-in-this-encoding': 'it can not be read in that encoding',
} as const;

const MARKS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

/**
 * How to read a file: as `given`, else by its byte order mark, else UTF-16 where every second byte is zero, else UTF-8. Nothing is
 * guessed that may be wrong: the same bytes are names in several encodings. Reads all of it.
 */
export async function findEncoding(
  chunks: AsyncIterable<Buffer>,
  given: string | null,
): Promise<ReadableText> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(given ?? guess(chunk), { fatal: true });
      decoder.decode(chunk, { stream: true });
    }
    decoder ??= new TextDecoder(given ?? 'utf-8');
    decoder.decode();
    return { encoding: decoder.encoding };
  } catch (error) {
    if (error instanceof RangeError) return { refused: 'unknown-encoding' };
    if (!(error instanceof TypeError)) throw error;
    return { refused: decoder?.encoding === 'utf-8' ? 'not-utf-8' : 'not-in-this-encoding' };
  }
}

/** The text of a file whose encoding `findEncoding` told. */
export async function* decodeText(
  chunks: AsyncIterable<Buffer>,
  encoding: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function guess(first: Buffer): string {
  const mark = MARKS.find(([, bytes]) => bytes.every((byte, i) => first[i] === byte));
  if (mark !== undefined) return mark[0];
  const head = first.subarray(0, 512);
  const zeros = (odd: 0 | 1): number =>
    head.filter((byte, i) => byte === 0 && i % 2 === odd).length;
  if (zeros(1) > head.length / 4) return 'utf-16le';
  return zeros(0) > head.length / 4 ? 'utf-16be' : 'utf-8';
}
