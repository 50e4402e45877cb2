import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise } from 'yauzl';
import { LIST_LIMITS } from '../../limits.ts';
import { NoList } from '../../list-refused.ts';

const ENTRIES = 10_000;
/** No list is pressed closer than this; a small file may be anything. */
const CLOSEST = 100;
const SMALL = 10 * 1024 ** 2;

/** The parts of a workbook that is a zip. */
export interface ZipParts {
  has(name: string): boolean;
  names(): readonly string[];
  /** Null: there is none of this name. */
  stream(name: string): Promise<Readable | null>;
  read(name: string): Promise<Buffer | null>;
}

/**
 * Opens a zip without unpacking it. What it says of the sizes of its parts is summed up first, and holds while they are
 * unpacked: no byte more comes of one.
 */
export async function openZip(bytes: Uint8Array): Promise<ZipParts> {
  const buffered = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(buffered, { lazyEntries: true, autoClose: false });
  if (zip.entryCount > ENTRIES) throw new NoList('BOMB');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  judgeEntries([...entries.values()]);
  const stream = async (name: string): Promise<Readable | null> => {
    const entry = entries.get(name);
    return entry === undefined ? null : zip.openReadStreamPromise(entry);
  };
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    stream,
    async read(name) {
      const part = await stream(name);
      return part === null ? null : buffer(part);
    },
  };
}

function judgeEntries(entries: readonly Entry[]): void {
  let sum = 0;
  for (const entry of entries) {
    if (entry.isEncrypted()) throw new NoList('PASSWORD');
    if (/vbaProject\.bin$|^Basic\//i.test(entry.fileName)) throw new NoList('MACROS');
    const { uncompressedSize: size, compressedSize } = entry;
    sum += size;
    if (sum > LIST_LIMITS.unpacked) throw new NoList('BOMB');
    if (size > SMALL && size > compressedSize * CLOSEST) throw new NoList('BOMB');
  }
}
