import { utils, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readList } from '../../src/index.ts';
import { listOf, shapeOf } from './list-files.ts';

const DAY = Date.UTC(2026, 4, 4);

/** Cells of all kinds, a blank row, and a sheet that is not meant. */
function bookOf(type: 'xlsx' | 'biff8' | 'ods'): Buffer {
  const sheet: WorkSheet = utils.aoa_to_sheet(
    [
      ['email', 'phone', 'since', 'code', 'left', 'note'],
      ['anna@example.test', 46_701_740_605, new Date(DAY), 42, true, 'Å <b> & "c"'],
      [],
      ['bo@example.test', '+46 70 174 06 06', new Date(DAY + 8 * 3_600_000), 7, false, 1.5],
    ],
    { UTC: true },
  );
  (sheet['D2'] as { z: string }).z = '00000';
  (sheet['D4'] as { z: string }).z = '00000';
  (sheet['C4'] as { z: string }).z = 'hh:mm';
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'People');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['email'], ['cy@example.test']]), 'Others');
  return write(book, { type: 'buffer', bookType: type }) as Buffer;
}

describe.each(['xlsx', 'biff8', 'ods'] as const)('a workbook as %s', (type) => {
  it('gives days as ISO 8601, numbers in full, with the zeros that they are shown with', async () => {
    const file = listOf(bookOf(type));
    const shape = await shapeOf(file);
    expect([shape.sheet, shape.sheets, shape.header]).toEqual([
      'People',
      ['People', 'Others'],
      true,
    ]);
    const records = [];
    for await (const record of readList(file, shape)) records.push(record);
    expect(records).toEqual([
      {
        line: 2,
        cells: ['anna@example.test', '46701740605', '2026-05-04', '00042', 'TRUE', 'Å <b> & "c"'],
      },
      { line: 3, blank: true },
      {
        line: 4,
        cells: [
          'bo@example.test',
          '+46 70 174 06 06',
          '2026-05-04T08:00:00',
          '00007',
          'FALSE',
          '1.5',
        ],
      },
    ]);
  });

  it('is read by the sheet that somebody chooses', async () => {
    const file = listOf(bookOf(type));
    const shape = await shapeOf(file, { sheet: 'Others' });
    const cells = [];
    for await (const record of readList(file, shape))
      if ('cells' in record) cells.push(record.cells);
    expect(cells).toEqual([['cy@example.test']]);
  });
});
