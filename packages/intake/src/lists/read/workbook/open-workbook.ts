import { type ListRefusalCode, restoreFormula } from '@adieu/domain';
import { LIST_LIMITS } from '../../limits.ts';
import { NoList } from '../../list-refused.ts';
import type { ListRecord } from '../../list-shape.ts';
import type { WorkbookAsked, WorkbookPart } from './jobs.ts';
import { MANIFEST, openOds, openXls } from './open-by-sheetjs.ts';
import { openXlsx } from './open-xlsx.ts';
import type { OpenedBook } from './opened-book.ts';
import { openZip } from './zip-parts.ts';

const BATCH = 2_000;

/** Reads a sheet of a workbook. What is wrong with the file is an outcome; whatever else a parser throws is the file's fault too. */
export async function* openWorkbook(asked: WorkbookAsked): AsyncGenerator<WorkbookPart> {
  try {
    const book = await openBook(asked.bytes);
    const { format, sheets } = book;
    if (sheets.length > LIST_LIMITS.sheets) throw new NoList('TOO_MANY_SHEETS');
    const sheet = asked.sheet ?? sheets[0];
    if (sheet === undefined) throw new NoList('EMPTY');
    if (!sheets.includes(sheet)) throw new NoList('NO_SUCH_SHEET');
    yield { format, sheet, sheets };
    yield* recordsOf(book, sheet, asked.most);
  } catch (error) {
    // Memory is told by who watches it.
    if (error instanceof RangeError) throw error;
    yield { refused: codeOf(error) };
  }
}

async function openBook(bytes: Uint8Array): Promise<OpenedBook> {
  if (bytes[0] !== 0x50) return openXls(bytes);
  const zip = await openZip(bytes);
  if (zip.has(MANIFEST)) return openOds(zip);
  if (zip.has('[Content_Types].xml') && zip.has('xl/workbook.xml')) return openXlsx(zip);
  throw new NoList('NOT_A_LIST');
}

function codeOf(error: unknown): ListRefusalCode {
  if (error instanceof NoList) return error.code;
  return /password/i.test(String(error)) ? 'PASSWORD' : 'DAMAGED';
}

/** The rows of a sheet to the last that says something, blank ones between them too. */
async function* recordsOf(
  book: OpenedBook,
  sheet: string,
  most: number | null,
): AsyncGenerator<WorkbookPart> {
  let batch: ListRecord[] = [];
  let next = 1;
  for await (const rows of book.rows(sheet, most)) {
    for (const { line, cells } of rows) {
      if (cells.length > LIST_LIMITS.columns) throw new NoList('TOO_MANY_COLUMNS');
      if (cells.every((cell) => cell.trim() === '')) continue;
      for (; next <= line; next++) {
        const isBlank = next < line;
        batch.push(
          isBlank ? { line: next, blank: true } : { line, cells: cells.map(restoreFormula) },
        );
        if (batch.length < BATCH) continue;
        yield { records: batch };
        batch = [];
      }
    }
    if (most !== null && next > most) break;
  }
  yield { records: batch };
}
