import { isWorkbook } from '@adieu/domain';
import type { ListFile } from '../list-file.ts';
import type { ListRecord, ListShape } from '../list-shape.ts';
import { readCsv } from './csv/read-csv.ts';
import { readKeyed } from './read-keyed.ts';
import { cellsOf } from './keyed.ts';
import { settleRecord } from './settle-record.ts';
import { textLines } from './text-lines.ts';
import { textPieces } from './text-pieces.ts';
import { readWorkbookApart } from './workbook/read-workbook-apart.ts';

/** What a reader has to know of a file. */
export type ReadAs = Pick<
  ListShape,
  'format' | 'encoding' | 'separator' | 'sheet' | 'path' | 'header'
> & { readonly columns: readonly { readonly name: string }[] };

/**
 * The rows of a list in order, blank and broken ones too, without the header: each row of the file once. Throws `NoList`
 * where the file turns out to be none while it is read.
 */
export async function* readList(file: ListFile, shape: ReadAs): AsyncGenerator<ListRecord> {
  let isHeader = shape.header;
  for await (const records of readSome(file, shape))
    for (const each of records) {
      const record = settleRecord(each);
      // Lines before the header are none of the list's rows.
      if (isHeader && 'blank' in record) continue;
      if (isHeader && 'cells' in record) isHeader = false;
      else yield record;
    }
}

async function* readSome(file: ListFile, shape: ReadAs): AsyncGenerator<readonly ListRecord[]> {
  if (isWorkbook(shape.format)) {
    for await (const part of readWorkbookApart(file, shape.sheet))
      if ('records' in part) yield part.records;
  } else if (shape.format === 'CSV') {
    yield* readCsv(textLines(textPieces(file, shape.encoding!)), shape.separator ?? ',');
  } else {
    const names = shape.columns.map(({ name }) => name);
    for await (const records of readKeyed(file, shape))
      yield records.map((record) => cellsOf(record, names));
  }
}
