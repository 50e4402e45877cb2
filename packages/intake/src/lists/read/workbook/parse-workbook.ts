import type { ListFormat } from '@adieu/domain';
import { CFB, parse_xlscfb, parse_zip, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { LIST_LIMITS } from '../../limits.ts';
import { NoList } from '../../list-refused.ts';
import { unpack } from './unpack.ts';

interface Opened {
  readonly format: ListFormat;
  readonly sheets: readonly string[];
  /** Without the others: nothing is read that nobody asked for. */
  parse(sheet: string, most: number | null): WorkBook;
}

const PLAIN: ParsingOptions = {
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
  // Days are numbers that are shown as days.
  cellNF: true,
};

/** Finds out what a workbook is, and which sheets it has. */
export async function parseWorkbook(bytes: Uint8Array): Promise<Opened> {
  const isZip = bytes[0] === 0x50;
  return isZip ? openZip(await unpack(bytes)) : openCompound(bytes);
}

function openZip(parts: ReadonlyMap<string, Buffer>): Opened {
  const format = formatOf(parts);
  const files = Object.fromEntries(
    [...parts].map(([name, content]) => [name, { name, content, type: 2 }]),
  );
  // What is read changes the options.
  const read = (more: ParsingOptions): WorkBook => parse_zip({ files }, { ...PLAIN, ...more });
  return opened(format, format === 'ODS' ? read({}) : read({ bookSheets: true }), read);
}

function formatOf(parts: ReadonlyMap<string, Buffer>): ListFormat {
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest !== undefined) {
    if (manifest.includes('encryption-data')) throw new NoList('PASSWORD');
    const kind = parts.get('mimetype')?.toString('latin1') ?? '';
    if (!kind.includes('spreadsheet')) throw new NoList('NOT_A_LIST');
    return 'ODS';
  }
  if (!parts.has('[Content_Types].xml') || !parts.has('xl/workbook.xml'))
    throw new NoList('NOT_A_LIST');
  return 'XLSX';
}

interface Compound {
  readonly FullPaths: readonly string[];
}

/** The old format of Excel, and a new one behind a password. */
function openCompound(bytes: Uint8Array): Opened {
  const open = (): Compound => CFB.read(bytes, { type: 'buffer' }) as Compound;
  const file = open();
  const holds = (name: RegExp): boolean => file.FullPaths.some((path) => name.test(path));
  if (holds(/EncryptedPackage|EncryptionInfo/)) throw new NoList('PASSWORD');
  if (holds(/_VBA_PROJECT|\/Macros\//)) throw new NoList('MACROS');
  if (!holds(/\/(?:Workbook|Book)$/i)) throw new NoList('NOT_A_LIST');
  // One that was read once is at its end.
  const read = (more: ParsingOptions): WorkBook => parse_xlscfb(open(), { ...PLAIN, ...more });
  return opened('XLS', read({ bookSheets: true }), read);
}

function opened(
  format: ListFormat,
  book: WorkBook,
  read: (more: ParsingOptions) => WorkBook,
): Opened {
  const sheets = book.SheetNames;
  if (sheets.length > LIST_LIMITS.sheets) throw new NoList('TOO_MANY_SHEETS');
  return {
    format,
    sheets,
    parse: (sheet, most) =>
      format === 'ODS' ? book : read({ sheets: sheet, ...(most !== null && { sheetRows: most }) }),
  };
}
