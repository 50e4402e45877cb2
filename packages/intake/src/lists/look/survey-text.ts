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
const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d];
const SAMPLE = 16 * 1024;
const PIECE = 256 * 1024;

/** How a text is written. */
export interface Written {
  readonly encoding: string;
  /** Of its lines, in bytes; 0 of UTF-16, whose lines are measured as they are read. */
  readonly longestLine: number;
}

/**
 * In what a text is written: as somebody says, else as its byte order mark does, else UTF-16 where every second byte is zero,
 * else UTF-8 where all of it is, else what its letters are most likely in: that one may be wrong, and is shown before anything
 * is taken. Reads all of it: the first letter that tells may be the last of the file.
 */
export async function surveyText(
  file: ListFile,
  head: Uint8Array,
  said: string | null,
): Promise<Written> {
  const encoding = said === null ? unicodeOf(head) : encodingNamed(said);
  if (encoding?.startsWith('utf-16')) return { encoding, longestLine: 0 };
  const { isUtf8, longestLine } = await surveyBytes(file);
  if (encoding !== null) return { encoding, longestLine };
  return { encoding: isUtf8 ? 'utf-8' : guessOld(await sampleOf(file)), longestLine };
}

/** What the first bytes tell. */
function unicodeOf(head: Uint8Array): string | null {
  const mark = MARKS.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (mark !== undefined) return mark[0];
  const zeros = (odd: 0 | 1): number =>
    head.subarray(0, 512).filter((byte, i) => byte === 0 && i % 2 === odd).length;
  const many = Math.min(head.length, 512) / 4;
  if (zeros(1) > many && zeros(0) < many / 8) return 'utf-16le';
  return zeros(0) > many && zeros(1) < many / 8 ? 'utf-16be' : null;
}

/** What somebody says that it is, by the name that is used here. */
function encodingNamed(name: string): string {
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    throw new NoList('UNKNOWN_ENCODING');
  }
}

async function surveyBytes(file: ListFile): Promise<{ isUtf8: boolean; longestLine: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [isUtf8, longestLine, length] = [true, 0, 0];
  for await (const piece of piecesOf(file)) {
    if (isUtf8) isUtf8 = decodes(decoder, piece);
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at]!;
      if (byte > CARRIAGE_RETURN) length += 1;
      else if (byte === 0) throw new NoList('BINARY');
      else if (byte === LINE_FEED || byte === CARRIAGE_RETURN) length = 0;
      else length += 1;
      if (length > longestLine) longestLine = length;
    }
  }
  if (isUtf8) isUtf8 = decodes(decoder);
  return { isUtf8, longestLine };
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
