import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LIST_OUT_FORMATS, type RowOut, writeList } from '@adieu/intake';

/** What reading may take of the process that it runs in, beside the program, and a workbook of its own. */
const MOST_MB = { here: 150, workbook: 1_500 };
const READER = join(import.meta.dirname, 'list-reader-process.js');
const COLUMNS = ['email', 'first_name', 'city', 'unsubscribed_at'];
const BATCH = 1_000;

interface Read {
  readonly rows: number;
  readonly taken: number;
  readonly lookSeconds: number;
  readonly readSeconds: number;
  /** Of the processor, in the same time; what a workbook's own process took is not in it. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
  /** Of it the program, before it reads. */
  readonly ownMb: number;
  readonly childPeakMb: number;
}

/** Lists of opt-outs in each format: looked at, read and judged, beside the bare lines of the CSV cut at their commas. */
export async function benchListFiles({ count }: { count: number }): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'adieu-lists-'));
  try {
    const csv = await written(folder, 'csv', count);
    const bare = await cutLines(csv);
    console.log(`${count.toLocaleString('en')} rows of four columns each`);
    console.log(`reference: lines of the CSV cut at commas      ${bare.toFixed(1)} s`);
    let kept = true;
    for (const format of [...LIST_OUT_FORMATS, 'json', 'xml']) {
      const path = await written(folder, format, count);
      const read = await readApart(path);
      console.log(describe(format, (await stat(path)).size, read, bare));
      kept &&=
        read.rows === count &&
        read.taken === count &&
        read.peakMb - read.ownMb < MOST_MB.here &&
        read.childPeakMb < MOST_MB.workbook;
    }
    console.log(
      `each row taken, < ${MOST_MB.here} MB here beside the program, < ${MOST_MB.workbook} MB for a workbook: ${kept ? 'kept' : 'MISSED'}`,
    );
    return kept;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function describe(format: string, size: number, read: Read, bare: number): string {
  const { lookSeconds, readSeconds, cpuSeconds, peakMb, ownMb, childPeakMb } = read;
  const own = childPeakMb === 0 ? '' : `, ${Math.round(childPeakMb)} MB in its own process`;
  return `${format.toUpperCase().padEnd(7)} ${String(Math.round(size / 1e6)).padStart(4)} MB   look ${lookSeconds.toFixed(1)} s   read and judged ${readSeconds.toFixed(1)} s (${(readSeconds / bare).toFixed(1)} times the reference, ${cpuSeconds.toFixed(1)} s of the processor)   peak ${Math.round(peakMb)} MB, ${Math.round(ownMb)} of it the program${own}`;
}

async function written(folder: string, format: string, count: number): Promise<string> {
  const path = join(folder, `list.${format}`);
  const known = LIST_OUT_FORMATS.find((each) => each === format);
  const content =
    known === undefined
      ? format === 'xml'
        ? xmlOf(count)
        : jsonOf(count)
      : writeList(rowsOf(count), { format: known, columns: COLUMNS, bom: false });
  await pipeline(Readable.from(content), createWriteStream(path));
  return path;
}

// oxlint-disable-next-line typescript/require-await -- as rows come from a database
async function* rowsOf(count: number): AsyncGenerator<readonly RowOut[]> {
  for (let from = 0; from < count; from += BATCH)
    yield Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => rowOf(from + i));
}

const rowOf = (i: number): string[] => [
  `person-${i}@bench.example.test`,
  `Åsa ${i}`,
  'Umeå, Norr',
  '2026-05-04T08:00:00Z',
];

async function* jsonOf(count: number): AsyncGenerator<string> {
  yield '{"data":{"rows":[';
  let first = true;
  for await (const rows of rowsOf(count)) {
    const lines = rows.map((row) =>
      JSON.stringify(Object.fromEntries(COLUMNS.map((name, i) => [name, row[i]]))),
    );
    yield `${first ? '' : ','}${lines.join(',')}`;
    first = false;
  }
  yield ']}}';
}

async function* xmlOf(count: number): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<contacts>\n';
  for await (const rows of rowsOf(count))
    yield rows
      .map((row) => {
        const cells = COLUMNS.map((name, i) => `<${name}>${row[i]}</${name}>`);
        return `<contact>${cells.join('')}</contact>\n`;
      })
      .join('');
  yield '</contacts>\n';
}

async function cutLines(path: string): Promise<number> {
  const started = performance.now();
  let cells = 0;
  for await (const line of createInterface({ input: createReadStream(path) }))
    cells += line.split(',').length;
  if (cells === 0) throw new Error('nothing was read');
  return (performance.now() - started) / 1_000;
}

async function readApart(path: string): Promise<Read> {
  const reader = fork(READER, [path], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const said = once(reader, 'message') as Promise<[Read]>;
  const died = once(reader, 'exit').then(([code]) => {
    throw new Error(`the reader ended with code ${code}`);
  });
  died.catch(() => {});
  const [read] = await Promise.race([said, died]);
  return read;
}
