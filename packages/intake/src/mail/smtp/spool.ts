import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Larger ones wait on the disk while they come in: whoever sends slowly holds no memory. */
const IN_MEMORY = 1024 * 1024;
const BLOCK = 64 * 1024;

/**
 * Where a mail is kept while it comes in. Copies what it is given into blocks of its own: a line that begins with a dot comes as a
 * piece by itself, and 25 MB of such lines would be millions of pieces.
 */
export class Spool {
  #file: FileHandle | null = null;
  #written = 0;
  #blocks: Buffer[] = [];
  #filled = BLOCK;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  async add(piece: Buffer): Promise<void> {
    this.#size += piece.length;
    for (let from = 0; from < piece.length;) {
      if (this.#filled === BLOCK) {
        if (this.#blocks.length * BLOCK >= IN_MEMORY) await this.#write();
        this.#blocks.push(Buffer.allocUnsafe(BLOCK));
        this.#filled = 0;
      }
      const copied = piece.copy(this.#blocks.at(-1)!, this.#filled, from);
      this.#filled += copied;
      from += copied;
    }
  }

  /** The whole of it, once. */
  async take(): Promise<Buffer> {
    if (this.#file === null) {
      const whole = Buffer.concat(this.#blocks, this.#size);
      this.#blocks = [];
      return whole;
    }
    await this.#write();
    const whole = Buffer.allocUnsafeSlow(this.#size);
    await this.#file.read(whole, 0, this.#size, 0);
    return whole;
  }

  async close(): Promise<void> {
    this.#blocks = [];
    await this.#file?.close();
    this.#file = null;
  }

  async #write(): Promise<void> {
    this.#file ??= await openNameless();
    for (const [at, block] of this.#blocks.entries()) {
      const isLast = at === this.#blocks.length - 1;
      const { bytesWritten } = await this.#file.write(
        block,
        0,
        isLast ? this.#filled : BLOCK,
        this.#written,
      );
      this.#written += bytesWritten;
    }
    this.#blocks = [];
    this.#filled = BLOCK;
  }
}

/** A file that is nowhere to be found, and gone with this process however that ends. */
async function openNameless(): Promise<FileHandle> {
  const directory = await mkdtemp(join(tmpdir(), 'adieu-mail-'));
  try {
    return await open(join(directory, 'mail'), 'wx+', 0o600);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
