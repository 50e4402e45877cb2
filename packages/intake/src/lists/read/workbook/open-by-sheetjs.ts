import type { ListFormat } from '@adieu/domain';
import {
  CFB,
  type CellObject,
  parse_xlscfb,
  parse_zip,
  type ParsingOptions,
  type WorkBook,
} from '@e965/xlsx';
import { NoList } from '../../list-refused.ts';
import type { OpenedBook } from './opened-book.ts';
import { textOfCell } from './text-of-cell.ts';
import type { ZipParts } from './zip-parts.ts';

const PLAIN: ParsingOptions = {
  dense: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
  // Days are numbers that are shown as days.
  cellNF: true,
};
/** Pictures and the like are no part of a list. */
const READ = /^(?:META-INF\/manifest|content|styles|meta|settings)\.xml$|^mimetype$/;
const BATCH = 2_000;

/** OpenDocument, read whole. */
export async function openOds(zip: ZipParts): Promise<OpenedBook> {
  const parts = new Map<string, Buffer>();
  for (const name of zip.names().filter((each) => READ.test(each) || each === MANIFEST))
    parts.set(name, (await zip.read(name))!);
  if (parts.get(MANIFEST)?.includes('encryption-data')) throw new NoList('PASSWORD');
  const kind = parts.get('mimetype')?.toString('latin1') ?? '';
  if (!kind.includes('spreadsheet')) throw new NoList('NOT_A_LIST');
  const files = Object.fromEntries(
    [...parts].map(([name, content]) => [name, { name, content, type: 2 }]),
  );
  const book = parse_zip({ files }, { ...PLAIN });
  return opened('ODS', book.SheetNames, () => book);
}

export const MANIFEST = 'META-INF/manifest.xml';

interface Compound {
  readonly FullPaths: readonly string[];
}

/** The old format of Excel, and a new one behind a password. */
export function openXls(bytes: Uint8Array): OpenedBook {
  const open = (): Compound => CFB.read(bytes, { type: 'buffer' }) as Compound;
  const file = open();
  const holds = (name: RegExp): boolean => file.FullPaths.some((path) => name.test(path));
  if (holds(/EncryptedPackage|EncryptionInfo/)) throw new NoList('PASSWORD');
  if (holds(/_VBA_PROJECT|\/Macros\//)) throw new NoList('MACROS');
  if (!holds(/\/(?:Workbook|Book)$/i)) throw new NoList('NOT_A_LIST');
  // One that was read once is at its end.
  const read = (more: ParsingOptions): WorkBook => parse_xlscfb(open(), { ...PLAIN, ...more });
  return opened('XLS', read({ bookSheets: true }).SheetNames, (sheet, most) =>
    read({ sheets: sheet, ...(most !== null && { sheetRows: most }) }),
  );
}

function opened(
  format: ListFormat,
  sheets: readonly string[],
  parse: (sheet: string, most: number | null) => WorkBook,
): OpenedBook {
  return {
    format,
    sheets,
    // oxlint-disable-next-line typescript/require-await -- others are read as they are unpacked
    async *rows(sheet, most) {
      const data = parse(sheet, most).Sheets[sheet]?.['!data'] ?? [];
      const rows = data as readonly (readonly (CellObject | undefined)[] | undefined)[];
      for (let at = 0; at < rows.length; at += BATCH)
        yield rows.slice(at, at + BATCH).flatMap((row, i) => {
          const cells = Array.from(row ?? [], (cell) => (cell ? textOfCell(cell) : ''));
          return cells.length === 0 ? [] : [{ line: at + i + 1, cells }];
        });
    },
  };
}
