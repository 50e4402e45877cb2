import type { OpenedBook } from './opened-book.ts';
import { readBook } from './xlsx/read-book.ts';
import { readFormats } from './xlsx/read-formats.ts';
import { readSheet } from './xlsx/read-sheet.ts';
import { readStrings } from './xlsx/read-strings.ts';
import type { ZipParts } from './zip-parts.ts';

/** Excel's own format. Its sheets are read as they are unpacked: whole, a million rows take two gigabytes. */
export async function openXlsx(zip: ZipParts): Promise<OpenedBook> {
  const { sheets, since1904 } = await readBook(zip);
  return {
    format: 'XLSX',
    sheets: [...sheets.keys()],
    async *rows(sheet) {
      const [strings, formats] = [await readStrings(zip), await readFormats(zip)];
      const part = (await zip.stream(sheets.get(sheet)!))!;
      yield* readSheet(part, { strings, formats, since1904 });
    },
  };
}
