import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readList } from '../../src/index.ts';
import { listOf, refusalOf, shapeOf } from './list-files.ts';
import { zipOf } from '@adieu/testkit/zip-of';

const rows = 'email,name\nanna@example.test,Anna\n';
const text = (content: string): Buffer => Buffer.from(content);
const book = (type: 'xlsx' | 'biff8' | 'ods'): Buffer => {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet([['email'], ['anna@example.test']]), 'List');
  return write(made, { type: 'buffer', bookType: type }) as Buffer;
};
const xlsx = book('xlsx');

/** Billion laughs, as a list. */
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><l><r><e>&b;@x.test</e></r></l>`;

/** Whose every path would bear it anew: a small file, and gigabytes of names. */
const LONG = 'k'.repeat(1_000_000);

const CASES: readonly (readonly [string, Buffer, string])[] = [
  ['nothing', text(''), 'EMPTY'],
  ['blanks alone', text(' \n\n \r\n'), 'EMPTY'],
  ['a mark alone', Buffer.from([0xef, 0xbb, 0xbf]), 'EMPTY'],
  ['a line of 20 MB', text(`email\n${'x'.repeat(20_000_000)}\n`), 'LINE_TOO_LONG'],
  [
    'a line of 20 MB behind good rows',
    text(`${rows}${rows.slice(11).repeat(5_000)}${'x'.repeat(20_000_000)}\n`),
    'LINE_TOO_LONG',
  ],
  ['ends of lines alone, 20 MB of them', text('\r'.repeat(20_000_000)), 'EMPTY'],
  ['10,000 columns', text(`email${',x'.repeat(10_000)}\na@example.test\n`), 'TOO_MANY_COLUMNS'],
  ['zero bytes', text(`${rows}bo\0@example.test,Bo\n`), 'BINARY'],
  ['zero bytes late', text(`${rows}${rows.slice(11).repeat(100_000)}\0`), 'BINARY'],
  ['a web page', text('<!DOCTYPE html>\n<html><body>Please sign in</body></html>'), 'HTML'],
  [
    'a web page as XHTML',
    text('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>'),
    'HTML',
  ],
  [
    'JSON with a name of a megabyte over 2,000 lists',
    text(`{"${LONG}":{${Array.from({ length: 2_000 }, (_, i) => `"a${i}":[1]`).join(',')}}}`),
    'TOO_DEEP',
  ],
  ['XML with a name of a megabyte', text(`<l><r><${LONG}>a@x.test</${LONG}></r></l>`), 'TOO_DEEP'],
  ['a PDF', text('%PDF-1.7\nanna@example.test'), 'NOT_A_LIST'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'NOT_A_LIST'],
  ['something gzipped', Buffer.from([0x1f, 0x8b, 8, 0, 0]), 'NOT_A_LIST'],
  ['a zip that is no workbook', zipOf([{ name: 'a.csv', content: text(rows) }]), 'NOT_A_LIST'],
  ['the beginning of a workbook', xlsx.subarray(0, xlsx.length / 2), 'DAMAGED'],
  [
    'a workbook with its middle gone',
    Buffer.concat([xlsx.subarray(0, 400), xlsx.subarray(900)]),
    'DAMAGED',
  ],
  ['a bomb', zipOf([{ name: 'xl/workbook.xml', content: Buffer.alloc(200_000_000) }]), 'BOMB'],
  [
    'a bomb that says that it is small',
    zipOf([
      { name: '[Content_Types].xml', content: text('<x/>') },
      { name: 'xl/workbook.xml', content: Buffer.alloc(200_000_000), says: 1_000 },
    ]),
    'DAMAGED',
  ],
  [
    'a zip of 20,000 files',
    zipOf(Array.from({ length: 20_000 }, (_, i) => ({ name: `${i}.xml`, content: text('x') }))),
    'BOMB',
  ],
  [
    'a workbook behind a password',
    zipOf([{ name: 'xl/workbook.xml', content: text('x'), flags: 1 }]),
    'PASSWORD',
  ],
  [
    'macros',
    zipOf([
      { name: '[Content_Types].xml', content: text('<x/>') },
      { name: 'xl/workbook.xml', content: text('<x/>') },
      { name: 'xl/vbaProject.bin', content: text('x') },
    ]),
    'MACROS',
  ],
  ['entities', text(LAUGHS), 'ENTITIES'],
  [
    'an entity of a file',
    text('<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l><r>&x;@x.test</r></l>'),
    'ENTITIES',
  ],
  ['deep JSON', text('['.repeat(1_000_000)), 'TOO_DEEP'],
  ['deep XML', text('<a>'.repeat(1_000_000)), 'TOO_DEEP'],
  ['JSON that breaks at once', text('[{"email": nobody}]'), 'NOT_WELL_FORMED'],
  ['JSON without a list', text('{"a": {"b": "anna@example.test"}, "c"\n: 1}'), 'NO_ROWS'],
  ['a record of 20 MB', text(`[{"email":"${'x'.repeat(20_000_000)}"}]`), 'NOT_WELL_FORMED'],
  ['an element of 20 MB', text(`<l><r><e>${'x'.repeat(20_000_000)}</e></r></l>`), 'LINE_TOO_LONG'],
  ['no addresses', text('name,city\nAnna,Malmö\n'), 'NO_ADDRESSES'],
];

describe('a file that is no list is refused, within two seconds', () => {
  it.each(CASES)('%s', { timeout: 20_000 }, async (_, bytes, code) => {
    // The process that reads workbooks is there.
    if (bytes.subarray(0, 2).toString() === 'PK') await refusalOf(listOf(xlsx));
    const started = performance.now();
    expect(await refusalOf(listOf(bytes, 1024 ** 2))).toBe(code);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('whatever its name says, a list is what stands in it', () => {
  it.each([
    ['XLSX', xlsx],
    ['XLS', book('biff8')],
    ['ODS', book('ods')],
    [
      'JSON',
      text('{"data": {"rows": [{"email": "anna@example.test"}, {"email": "bo@example.test"}]}}'),
    ],
    ['JSON', text('["anna@example.test", "bo@example.test"]')],
    ['NDJSON', text('{"email":"anna@example.test"}\n{"email":"bo@example.test"}\n')],
    ['NDJSON', text('{"email":"anna@example.test"}\n')],
    [
      'XML',
      text('<l><r><email>anna@example.test</email></r><r><email>bo@example.test</email></r></l>'),
    ],
    ['XML', text('<l><email>anna@example.test</email></l>')],
    ['CSV', text('anna@example.test')],
  ])('%s', async (format, bytes) => {
    const file = listOf(bytes);
    const shape = await shapeOf(file);
    expect(shape.format).toBe(format);
    expect(shape.columns.map(({ guess }) => guess)).toEqual(['EMAIL']);
    const cells = [];
    for await (const record of readList(file, shape))
      if ('cells' in record) cells.push(record.cells);
    expect(cells[0]).toEqual(['anna@example.test']);
  });
});
