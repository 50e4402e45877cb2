import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise } from 'yauzl';
import { LIST_LIMITS } from '../../limits.ts';
import { NoList } from '../../list-refused.ts';

const ENTRIES = 10_000;
/** No list is pressed closer than this; a small file may be anything. */
const CLOSEST = 100;
const SMALL = 10 * 1024 ** 2;
/** Pictures and the like are no part of a list. */
const READ = /\.(?:xml|rels|bin)$|^mimetype$/i;

/**
 * The parts of a workbook that is a zip. What it says of their sizes is summed up first, and holds while they are unpacked:
 * no byte more comes of it.
 */
export async function unpack(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const buffered = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    // Directories lie about nothing else than about sizes: names are looked up here, never written to a disc.
    const zip = await fromBufferPromise(buffered, { lazyEntries: true, autoClose: false });
    const entries: Entry[] = [];
    if (zip.entryCount > ENTRIES) throw new NoList('BOMB');
    for await (const entry of zip.eachEntry()) entries.push(entry);
    judgeEntries(entries);
    const parts = new Map<string, Buffer>();
    for (const entry of entries.filter(({ fileName }) => READ.test(fileName)))
      parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    return parts;
  } catch (error) {
    if (error instanceof NoList) throw error;
    // Whatever is wrong with a zip is wrong with the file.
    throw new NoList('DAMAGED');
  }
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
