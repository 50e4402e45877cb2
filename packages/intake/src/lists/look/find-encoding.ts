import { setImmediate as nextTurn } from 'node:timers/promises';
import { detect } from 'jschardet';
import { LIST_LIMITS } from '../limits.ts';
import type { ListFile } from '../list-file.ts';
import { NoList } from '../list-refused.ts';

const MARKS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

/** What a list that is not Unicode is in, as far as Europe's spreadsheets go; ISO-8859-1 is read as Windows' own. */
const OLD = ['windows-1252', 'windows-1250', 'iso-8859-2'];
const SAMPLE = 16 * 1024;
const PIECE = 256 * 1024;

/**
 * In what a text is written: as its byte order mark says, else UTF-16 where every second byte is zero, else UTF-8 where all of it
 * is, else what its letters are most likely in: that one may be wrong, and is shown before anything is taken.
 */
export async function findEncoding(file: ListFile, head: Uint8Array): Promise<string> {
  const mark = MARKS.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (mark !== undefined) return mark[0];
  const zeros = (odd: 0 | 1): number =>
    head.subarray(0, 512).filter((byte, i) => byte === 0 && i % 2 === odd).length;
  const many = Math.min(head.length, 512) / 4;
  if (zeros(1) > many && zeros(0) < many / 8) return 'utf-16le';
  if (zeros(0) > many && zeros(1) < many / 8) return 'utf-16be';
  return (await isUtf8(file)) ? 'utf-8' : guessOld(await sampleOf(file));
}

/** What somebody says that it is, by the name that is used here. */
export function encodingNamed(name: string): string {
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    throw new NoList('UNKNOWN_ENCODING');
  }
}

/** Reads all of it: the first letter that tells may be the last of the file. */
async function isUtf8(file: ListFile): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let is = true;
  for await (const piece of piecesOf(file)) {
    if (piece.includes(0)) throw new NoList('BINARY');
    if (is) is = decodes(decoder, piece);
  }
  return is && decodes(decoder);
}

function decodes(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): boolean {
  try {
    if (piece === undefined) decoder.decode();
    else decoder.decode(piece, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The first lines that hold letters beyond ASCII: the others tell nothing. */
async function sampleOf(file: ListFile): Promise<Uint8Array> {
  const lines: string[] = [];
  let [length, left] = [0, ''];
  for await (const piece of piecesOf(file)) {
    const parts = (left + Buffer.from(piece).toString('latin1')).split(/[\r\n]/);
    left = parts.pop()!.slice(0, LIST_LIMITS.record);
    for (const line of parts) {
      if (!/[\x80-\xff]/.test(line)) continue;
      lines.push(line.slice(0, SAMPLE));
      length += line.length;
      if (length > SAMPLE) return bytesOf(lines);
    }
  }
  return bytesOf([...lines, left]);
}

function bytesOf(lines: readonly string[]): Uint8Array {
  return Buffer.from(lines.join('\n').slice(0, SAMPLE), 'latin1');
}

function guessOld(sample: Uint8Array): string {
  const { encoding } = detect(sample, { detectEncodings: OLD });
  return encoding?.toLowerCase() ?? OLD[0]!;
}

async function* piecesOf(file: ListFile): AsyncGenerator<Uint8Array> {
  for await (const chunk of file.open())
    for (let at = 0; at < chunk.length; at += PIECE) {
      yield chunk.subarray(at, at + PIECE);
      await nextTurn();
    }
}
