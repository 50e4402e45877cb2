import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** The bytes of a list, wherever they lie: on a disc, in the database, in memory. */
export interface ListFile {
  readonly size: number;
  /** Whose it is: workbooks of each party are read in turn. */
  readonly whose: string;
  /** From its first byte, as often as it is asked for. */
  open(): AsyncIterable<Uint8Array>;
}

/** A list that is in memory, as a text. */
export function fileOfText(text: string, whose: string): ListFile {
  return fileOfBytes(Buffer.from(text), whose);
}

/** A list on a disc. */
export async function fileAt(path: string, whose: string): Promise<ListFile> {
  const { size } = await stat(path);
  return { size, whose, open: () => createReadStream(path) };
}

/** A list that is in memory. */
export function fileOfBytes(bytes: Uint8Array, whose: string): ListFile {
  return {
    size: bytes.length,
    whose,
    async *open() {
      yield bytes;
    },
  };
}
