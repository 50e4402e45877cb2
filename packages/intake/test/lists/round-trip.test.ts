import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultMapping,
  judgeListRow,
  type ListOutFormat,
  readList,
  type RowOut,
  writeList,
} from '../../src/index.ts';
import { writeXlsx } from '../../src/lists/out/write-xlsx.ts';
import { listOf, shapeOf } from './list-files.ts';

async function* batches(rows: readonly RowOut[]): AsyncGenerator<readonly RowOut[]> {
  yield [];
  for (let at = 0; at < rows.length; at += 3) yield rows.slice(at, at + 3);
}

async function fileOf(
  format: ListOutFormat,
  columns: readonly string[],
  rows: readonly RowOut[],
  bom = false,
): Promise<Buffer> {
  return buffer(Readable.from(writeList(batches(rows), { format, columns, bom })));
}

async function readBack(bytes: Buffer, size?: number): Promise<readonly (readonly string[])[]> {
  const file = listOf(bytes, size);
  const shape = await shapeOf(file);
  const rows = [];
  for await (const record of readList(file, shape))
    rows.push('cells' in record ? record.cells : [String(Object.values(record))]);
  return rows;
}

const COLUMNS = ['address', 'reason', 'text'];
const awkward = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      "'",
      '"',
      ',',
      ';',
      '\t',
      '|',
      '\r',
      '\n',
      '@',
      '-',
      ' ',
      'x',
      '1',
      '_x000D_',
      '&',
      '<',
      '\u{1F388}',
      '\v',
    ),
  }),
  fc.constantFrom(
    '=1+1',
    "'=1",
    "''=cmd|' /C calc'!A0",
    '-2,5',
    '\uFEFFx',
    ' ="a"',
    '_x0041_',
    '"',
  ),
);
// What was lost before it came is told as lost.
const cell = awkward.filter((text) => !text.includes('\uFFFD') && !text.includes('\0'));
const row = fc.tuple(fc.constantFrom('anna@example.test', '+46701740605'), cell, cell);

describe('a list that left the house comes back as it was', () => {
  it.each(['csv', 'ndjson', 'xlsx'] as const)(
    'as %s: every cell, formulas and all; in a sheet lines end as sheets end them (F6)',
    { timeout: 60_000 },
    async (format) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(row, { minLength: 1, maxLength: 8 }),
          fc.boolean(),
          async (rows, bom) => {
            const bytes = await fileOf(format, COLUMNS, rows, bom);
            // A sheet ends its rows with the last cell that says something.
            const whole = (await readBack(bytes, 7)).map((each) =>
              COLUMNS.map((_, i) => each[i] ?? ''),
            );
            const ends = (text: string): string => text.replace(/\r\n?/g, '\n');
            expect(whole).toEqual(format === 'xlsx' ? rows.map((each) => each.map(ends)) : rows);
          },
        ),
        { numRuns: format === 'xlsx' ? 40 : 200 },
      );
    },
  );

  it('nothing in it is a formula', async () => {
    const csv = (await fileOf('csv', COLUMNS, [['a@example.test', '=1+1', '@SUM(1)']])).toString();
    expect(csv).toBe("address,reason,text\r\na@example.test,'=1+1,'@SUM(1)\r\n");
    expect((await fileOf('csv', COLUMNS, [], true)).subarray(0, 3)).toEqual(
      Buffer.from([0xef, 0xbb, 0xbf]),
    );
  });

  it('a sheet that is full is followed by another, with its own header', async () => {
    const rows = Array.from({ length: 7 }, (_, i) => [`p${i}@example.test`, '', '']);
    const bytes = await buffer(Readable.from(writeXlsx(batches(rows), COLUMNS, 4)));
    const file = listOf(bytes);
    const { sheets } = await shapeOf(file);
    expect(sheets).toEqual(['List', 'List 2', 'List 3']);
    const lengths = [];
    for (const sheet of sheets) {
      const shape = await shapeOf(file, { sheet });
      expect(shape.columns.map(({ name }) => name)).toEqual(COLUMNS);
      const found = [];
      for await (const record of readList(file, shape)) found.push(record);
      lengths.push(found.length);
    }
    expect(lengths).toEqual([3, 3, 1]);
  });

  it('whose rows fail on the way is cut, and looks like no whole workbook', async () => {
    async function* failing(): AsyncGenerator<readonly RowOut[]> {
      yield [['a@example.test', '', '']];
      throw new Error('the database is away');
    }
    await expect(
      buffer(Readable.from(writeList(failing(), { format: 'xlsx', columns: COLUMNS, bom: false }))),
    ).rejects.toThrow('away');
  });

  it('of those who left says the same of them again', async () => {
    const columns = [
      'address',
      'channel',
      'state',
      'since',
      'scopeKind',
      'scope',
      'method',
      'campaign',
      'reason',
      'text',
      'undeliverableSince',
    ];
    const bytes = await fileOf('csv', columns, [
      [
        'anna@example.test',
        'EMAIL',
        'OPTED_OUT',
        '2026-05-04T08:00:00.000Z',
        'BOOK',
        'News',
        'ONE_CLICK',
        'Spring',
        'TOO_MANY',
        '=too many',
        null,
      ],
      [
        '+46701740605',
        'SMS',
        'OPTED_OUT',
        '2026-05-05T08:00:00.000Z',
        'ACCOUNT',
        'Shop',
        'SMS_KEYWORD',
        null,
        null,
        null,
        null,
      ],
      [
        'bo@example.test',
        'EMAIL',
        'PAUSED',
        '2026-05-05T08:00:00.000Z',
        'BOOK',
        'News',
        'LINK',
        null,
        null,
        null,
        null,
      ],
      [
        null,
        'EMAIL',
        'OPTED_OUT',
        '2026-05-05T08:00:00.000Z',
        'BOOK',
        'News',
        'LINK',
        null,
        null,
        null,
        null,
      ],
    ]);
    const file = listOf(bytes);
    const shape = await shapeOf(file);
    const mapping = defaultMapping(shape, 'OPT_OUTS');
    const judged = [];
    for await (const record of readList(file, shape))
      judged.push(
        judgeListRow(record, { kind: 'OPT_OUTS', mapping, format: 'CSV', country: null }),
      );
    expect(judged).toMatchObject([
      {
        addresses: [{ channel: 'EMAIL', address: 'anna@example.test' }],
        since: new Date('2026-05-04T08:00:00Z'),
        reason: 'TOO_MANY',
        note: '=too many',
      },
      { addresses: [{ channel: 'SMS', address: '+46701740605' }] },
      { reason: 'UNCLEAR_LEAVING' },
      { reason: 'MISSING_ADDRESS' },
    ]);
  });
});
