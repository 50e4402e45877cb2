import { restoreFormula } from '@adieu/domain';
import { utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import { LIST_LIMITS } from '../../limits.ts';
import { NoList } from '../../list-refused.ts';
import type { ListRecord } from '../../list-shape.ts';
import type { WorkbookAsked, WorkbookPart } from './jobs.ts';
import { parseWorkbook } from './parse-workbook.ts';
import { textOfCell } from './text-of-cell.ts';

const BATCH = 2_000;

/** Reads a sheet of a workbook. What is wrong with the file is an outcome; whatever else a parser throws is the file's fault too. */
export async function* openWorkbook(asked: WorkbookAsked): AsyncGenerator<WorkbookPart> {
  try {
    const book = await parseWorkbook(asked.bytes);
    const sheet = asked.sheet ?? book.sheets[0];
    if (sheet === undefined) throw new NoList('EMPTY');
    if (!book.sheets.includes(sheet)) throw new NoList('NO_SUCH_SHEET');
    yield { format: book.format, sheet, sheets: book.sheets };
    const parsed = book.parse(sheet, asked.most).Sheets[sheet];
    if (parsed !== undefined) yield* recordsOf(parsed, asked.most);
  } catch (error) {
    // Memory is told by who watches it.
    if (error instanceof RangeError) throw error;
    yield { refused: codeOf(error) };
  }
}

function codeOf(error: unknown) {
  if (error instanceof NoList) return error.code;
  return /password/i.test(String(error)) ? 'PASSWORD' : 'DAMAGED';
}

/** The rows of a sheet to the last that says something, blank ones between them too. */
function* recordsOf(sheet: WorkSheet, most: number | null): Generator<WorkbookPart> {
  const rows = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[])[];
  const from = utils.decode_range(sheet['!ref'] ?? 'A1').s.c;
  let batch: ListRecord[] = [];
  let blanks: ListRecord[] = [];
  for (let i = 0; i < Math.min(rows.length, most ?? rows.length); i++) {
    const row = rows[i] ?? [];
    if (row.length - from > LIST_LIMITS.columns) throw new NoList('TOO_MANY_COLUMNS');
    const cells = Array.from(row, (cell) => (cell === undefined ? '' : textOfCell(cell)));
    const line = i + 1;
    if (cells.every((cell) => cell.trim() === '')) {
      blanks.push({ line, blank: true });
      continue;
    }
    batch.push(...blanks, { line, cells: cells.map(restoreFormula) });
    blanks = [];
    if (batch.length < BATCH) continue;
    yield { records: batch };
    batch = [];
  }
  yield { records: batch };
}
