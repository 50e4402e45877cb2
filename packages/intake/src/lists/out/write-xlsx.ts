import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { sheetBegin, sheetEnd, sheetRow, workbookParts } from './xlsx-parts.ts';

type Rows = AsyncIterable<readonly (readonly (string | null)[])[]>;

/** A sheet has no more, with its header. */
const ROWS_OF_A_SHEET = 2 ** 20;

/** A list as a workbook, made as it is read: one sheet, and another where a sheet is full. Each begins with the header. */
export async function* writeXlsx(
  rows: Rows,
  columns: readonly string[],
  most = ROWS_OF_A_SHEET,
): AsyncGenerator<Uint8Array, void> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const source = rows[Symbol.asyncIterator]();
  let sheets = 0;
  let waiting: (readonly (string | null)[])[] = [];
  /** Whether there are rows yet. */
  const fill = async (): Promise<boolean> => {
    while (waiting.length === 0) {
      const next = await source.next();
      if (next.done) return false;
      waiting = [...next.value];
    }
    return true;
  };

  async function* sheet(): AsyncGenerator<string> {
    yield sheetBegin(columns);
    for (let left = most - 1; left > 0 && (await fill());) {
      const some = waiting.splice(0, left);
      left -= some.length;
      yield some.map(sheetRow).join('');
    }
    yield sheetEnd;
    if (await fill()) addSheet();
    else end();
  }

  const addSheet = (): void => {
    sheets += 1;
    const stream = Readable.from(sheet());
    // What can not be read cuts the list: it must not look whole.
    stream.on('error', (error) => out.destroy(error));
    zip.addReadStream(stream, `xl/worksheets/sheet${sheets}.xml`);
  };
  const end = (): void => {
    for (const [name, content] of workbookParts(sheets)) zip.addBuffer(Buffer.from(content), name);
    zip.end();
  };

  addSheet();
  try {
    for await (const chunk of out) yield chunk as Uint8Array;
  } finally {
    await source.return?.();
  }
}
