import { createKeyRing } from '@adieu/keys';
import { describe, expect, it } from 'vitest';
import { readConsents } from '../../judge/read-consents.ts';
import { readContacts } from '../../judge/read-contacts.ts';
import { fileOfText } from '../../list-file.ts';
import { lookAtList } from '../../look/look-at-list.ts';
import { readList } from '../read-list.ts';

const contacts = (csv: string) => readContacts(fileOfText(csv, 'a'), { country: null });

async function consents(csv: string) {
  const file = fileOfText(csv, 'a');
  const shape = await lookAtList(file);
  if ('refused' in shape) throw new Error(shape.refused);
  return all(readConsents(file, shape, { ring: createKeyRing(), country: null }));
}

const AS = {
  format: 'CSV',
  encoding: 'utf-8',
  separator: ',',
  sheet: null,
  path: null,
  header: false,
  columns: [],
} as const;
const records = (csv: string) => readList(fileOfText(csv, 'a'), AS);

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
      const rows = await all(contacts(`email,name${first}${csv}`));
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
    const rows = await all(contacts(`\n\nemail,name\n${body.join('\n')}\n`));
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

  it('whose quote is never closed says so in its line, and gives what stood before and after', async () => {
    expect(
      await all(records('email\na@example.test\n"b@example.test\nc@example.test\n')),
    ).toMatchObject([
      { cells: ['email'] },
      { cells: ['a@example.test'] },
      { line: 3, broken: 'UNCLOSED_QUOTE', value: '"b@example.test' },
      { line: 4, cells: ['c@example.test'] },
    ]);
  });

  it('with characters that were lost before it came gives no half of a name, nor of a consent', async () => {
    const lost = { line: 2, message: expect.stringContaining('lost') };
    expect(await all(contacts('email,name\njose@example.test,Jos\uFFFD\n'))).toMatchObject([lost]);
    const given =
      'email,consent_text,source,obtained_at\njose@example.test,S\uFFFD,form,2026-01-01\n';
    expect(await consents(given)).toMatchObject([lost]);
  });

  it('of consents may be separated by semicolons, and end its lines as it likes', async () => {
    const csv =
      'email;consent_text;source;obtained_at\r\na@example.test;Yes, all;form;2026-01-01\nb@example.test;Yes;form;2026-01-01\r\n';
    const rows = await consents(csv);
    expect(rows).toMatchObject([
      { line: 2, consentText: 'Yes, all' },
      { line: 3, address: 'b@example.test' },
    ]);
  });

  it('that was exported gives its formulas back', async () => {
    const rows = await all(contacts("email,code\na@example.test,'=1+1\nb@example.test,O'Hara\n"));
    expect(rows.map((row) => ('fields' in row ? row.fields : row))).toEqual([
      { code: '=1+1' },
      { code: "O'Hara" },
    ]);
  });

  it('tells languages and zones that nobody knows, with their row', async () => {
    const rows = await all(
      contacts(
        'email,language,Timezone\na@example.test,fi,Mars/North\nb@example.test,sv,Europe/Prague\n',
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

it('a line that never ends is refused, and costs no more than it is long (O-10)', async () => {
  const before = process.threadCpuUsage();
  await expect(all(records('x'.repeat(20_000_000)))).rejects.toMatchObject({
    code: 'LINE_TOO_LONG',
  });
  const { user, system } = process.threadCpuUsage(before);
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
    const read = await all(records(`email\n${piece.repeat(200_000 / piece.length)}`));
    expect(read.length).toBeGreaterThan(1_000);
    isRead = true;
    expect(turns).toBeGreaterThan(10);
  });

  it('loses no character where it is cut into pieces', async () => {
    const cell = '🎈'.repeat(20_000);
    const cells = [];
    for await (const record of records(
      `name\nx${cell.slice(0, 20_000)}\n${cell.slice(0, 20_000)}\n`,
    ))
      if ('cells' in record) cells.push(record.cells[0]);
    expect(cells).toEqual(['name', `x${cell.slice(0, 20_000)}`, cell.slice(0, 20_000)]);
  });
});
