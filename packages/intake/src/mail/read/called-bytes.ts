import { isUtf8 } from 'node:buffer';
import { Transform, type TransformCallback } from 'node:stream';

const LATIN = new TextDecoder('windows-1252');

/**
 * The words of bytes of which nothing says how they are written, or that they are UTF-8: some programs write Western Latin and say
 * nothing. Where any of them is a character of UTF-8 the others are damaged ones,
 * or the last was cut.
 */
export function textOfBytes(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return text;
  // eslint-disable-next-line no-control-regex -- all that is ASCII
  return /[^\u0000-\u007f\ufffd]/.test(text) ? text : LATIN.decode(bytes);
}

/** Gives its bytes as UTF-8, at their end. */
export class CalledBytes extends Transform {
  readonly #pieces: Buffer[] = [];

  override _transform(piece: Buffer, _coding: string, done: TransformCallback): void {
    this.#pieces.push(piece);
    done();
  }

  override _flush(done: TransformCallback): void {
    done(null, Buffer.from(textOfBytes(Buffer.concat(this.#pieces))));
  }
}
