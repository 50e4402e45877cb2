import { createKeyRing } from '@adieu/keys';
import { describe, expect, it } from 'vitest';
import { readConsentsCsv } from './read-consents-csv.ts';
import { readContactsCsv } from './read-contacts-csv.ts';
import { readCsv } from './read-csv.ts';

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const read: Row[] = [];
  for await (const row of rows) read.push(row);
  return read;
}

describe('a CSV file', () => {
  it('of mixed line ends loses no row, and tells the line of each (I-1)', async () => {
    const ends = ['\r\n', '\n', '\r'];
    const lines = Array.from({ length: 60 }, (_, i) => `p${i}@example.test,Åsa ${i}`);
    for (const first of ends) {
      const csv = lines.map((line, i) => `${line}${ends[(i % 7) % 3]}`).join('');
      const rows = await all(readContactsCsv(`email,name${first}${csv}`, null));
      expect(rows.map(({ line }) => line)).toEqual(lines.map((_, i) => i + 2));
      expect(rows.every((row) => 'addresses' in row)).toBe(true);
    }
  });

  it('gives each of its rows once: taken, rejected or blank', async () => {
    const body = [
      'a@example.test,A',
      '',
      ' , ',
      'no address,B',
      '"two\nlines"@x,C',
      'b@example.test,B,more',
      'c@example.test',
    ];
    const rows = await all(readContactsCsv(`\n\nemail,name\n${body.join('\n')}\n`, null));
    expect(
      rows.map((row) => [
        row.line,
        'blank' in row ? 'blank' : 'message' in row ? 'rejected' : 'taken',
      ]),
    ).toEqual([
      [4, 'taken'],
      [5, 'blank'],
      [6, 'blank'],
      [7, 'rejected'],
      [8, 'rejected'],
      [10, 'rejected'],
      [11, 'taken'],
    ]);
  });

  it('whose quote is never closed says so, and gives what stood before', async () => {
    expect(
      await all(readCsv('email\na@example.test\n"b@example.test\nc@example.test\n')),
    ).toMatchObject([
      { cells: ['email'] },
      { cells: ['a@example.test'] },
      { message: expect.stringContaining('never closed') },
    ]);
  });

  it('with characters that were lost before it came gives no half of a name, nor of a consent', async () => {
    const lost = { line: 2, message: expect.stringContaining('lost') };
    expect(
      await all(readContactsCsv('email,name\njose@example.test,Jos\uFFFD\n', null)),
    ).toMatchObject([lost]);
    const consents =
      'email,consent_text,source,obtained_at\njose@example.test,S\uFFFD,form,2026-01-01\n';
    expect(
      await all(readConsentsCsv(consents, { ring: createKeyRing(), country: null })),
    ).toMatchObject([lost]);
  });

  it('of consents may be separated by semicolons, and end its lines as it likes', async () => {
    const csv =
      'email;consent_text;source;obtained_at\r\na@example.test;Yes, all;form;2026-01-01\nb@example.test;Yes;form;2026-01-01\r\n';
    const rows = await all(readConsentsCsv(csv, { ring: createKeyRing(), country: null }));
    expect(rows).toMatchObject([
      { line: 2, consentText: 'Yes, all' },
      { line: 3, address: 'b@example.test' },
    ]);
  });

  it('that was exported gives its formulas back', async () => {
    const rows = await all(
      readContactsCsv("email,code\na@example.test,'=1+1\nb@example.test,O'Hara\n", null),
    );
    expect(rows.map((row) => ('fields' in row ? row.fields : row))).toEqual([
      { code: '=1+1' },
      { code: "O'Hara" },
    ]);
  });

  it('tells languages and zones that nobody knows, with their row', async () => {
    const rows = await all(
      readContactsCsv(
        'email,language,Timezone\na@example.test,fi,Mars/North\nb@example.test,sv,Europe/Prague\n',
        null,
      ),
    );
    expect(rows).toMatchObject([
      {
        language: null,
        notes: [
          { line: 2, field: 'language' },
          { line: 2, field: 'time_zone' },
        ],
      },
      { language: 'sv', fields: { time_zone: 'Europe/Prague' } },
    ]);
    expect(rows[1]).not.toHaveProperty('notes');
  });
});

it('a line that never ends is told as such, and costs no more than it is long (O-10)', async () => {
  const before = process.threadCpuUsage();
  const read = [];
  for await (const record of readCsv('x'.repeat(2_000_000))) read.push(record);
  const { user, system } = process.threadCpuUsage(before);
  expect(read).toMatchObject([{ field: null, message: expect.stringContaining('not readable') }]);
  expect((user + system) / 1_000).toBeLessThan(1_000);
});

describe('a list that is given as one text', () => {
  it.each([
    ['rows', 'email\na@example.test\n'],
    ['ends of lines', '\r'],
  ])('of %s without end lets others have their turns while it is read (O-9)', async (_, piece) => {
    let [turns, isRead] = [0, false];
    const turn = (): void => {
      turns += 1;
      if (!isRead) setImmediate(turn);
    };
    setImmediate(turn);
    const records = await all(readCsv(`email\n${piece.repeat(200_000 / piece.length)}`));
    expect(records.length).toBeGreaterThan(1_000);
    isRead = true;
    expect(turns).toBeGreaterThan(10);
  });

  it('loses no character where it is cut into pieces', async () => {
    const cell = '🎈'.repeat(20_000);
    const cells = [];
    for await (const record of readCsv(
      `name\nx${cell.slice(0, 20_000)}\n${cell.slice(0, 20_000)}\n`,
    ))
      if ('cells' in record) cells.push(record.cells[0]);
    expect(cells).toEqual(['name', `x${cell.slice(0, 20_000)}`, cell.slice(0, 20_000)]);
  });
});
