import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ListFile } from '../list-file.ts';
import { NoList } from '../list-refused.ts';

const PIECE = 16 * 1024;

/**
 * The text of a file in small pieces. A whole list would be read in one go, and nobody else be served meanwhile: a one-click
 * waits for no import (O-9).
 */
export async function* textPieces(file: ListFile, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (error) {
      if (error instanceof TypeError) throw new NoList('NOT_IN_ENCODING');
      throw error;
    }
  };
  for await (const chunk of file.open())
    for (let at = 0; at < chunk.length; at += PIECE) {
      yield decode(chunk.subarray(at, at + PIECE));
      await nextTurn();
    }
  yield decode();
}
