import { LIST_LIMITS } from '../limits.ts';
import type { ListFile } from '../list-file.ts';
import { textPieces } from '../read/text-pieces.ts';

const BYTES = 4_096;
const LETTERS = 256 * 1024;

/** The first bytes of a file. */
export async function headOf(file: ListFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.open()) {
    chunks.push(chunk.subarray(0, BYTES));
    length += chunk.length;
    if (length >= BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, BYTES);
}

/** The first letters of a text. */
export async function textHeadOf(file: ListFile, encoding: string): Promise<string> {
  let text = '';
  for await (const piece of textPieces(file, encoding)) {
    text += piece;
    if (text.length >= LETTERS) break;
  }
  return text;
}

/** As much of a text as tells where its rows are. */
export async function* beginningOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let length = 0;
  for await (const piece of pieces) {
    yield piece;
    length += piece.length;
    if (length > 4 * LIST_LIMITS.line) return;
  }
}
