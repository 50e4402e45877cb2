import type { ListRow } from '@adieu/db';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContactsCsv } from './read-contacts-csv.ts';
import { decodeText, findEncoding } from './read-text.ts';

async function read(
  csv: string | AsyncIterable<string>,
  country: string | null = null,
): Promise<ListRow[]> {
  const rows: ListRow[] = [];
  for await (const row of readContactsCsv(csv, country)) rows.push(row);
  return rows;
}

describe('a list of contacts in CSV', () => {
  it('gives its good rows and says of each bad one why, with its line', async () => {
    const csv = [
      'Email;First name;Language',
      'anna@example.test;Anna;sv',
      'not-an-address;Bo;da',
      '',
      ';Nobody;de',
      '"jana@example.test";"Jana; ""J""";cs-CZ',
      'erik@example.test;"Er"ik;xx',
      'Anna@Example.TEST;Anna twice;sv',
    ].join('\r\n');
    const named = (line: number, name: string, language: string | null, first_name: string) => ({
      line,
      addresses: [{ channel: 'EMAIL', address: `${name}@example.test` }],
      language,
      fields: { first_name },
    });
    expect(await read(csv)).toEqual([
      named(2, 'anna', 'sv', 'Anna'),
      { line: 3, field: 'email', message: 'not an e-mail address' },
      { line: 4, blank: true },
      { line: 5, field: 'email', message: 'no address in this row' },
      named(6, 'jana', 'cs', 'Jana; "J"'),
      {
        ...named(7, 'erik', null, '"Er"ik'),
        notes: [{ line: 7, field: 'language', message: expect.stringContaining('sv') }],
      },
      named(8, 'anna', 'sv', 'Anna twice'),
    ]);
  });

  it('tells a time zone that is none, and takes the row all the same', async () => {
    const csv = [
      'email,time_zone',
      'anna@example.test,Europe/Stockholm',
      'bo@example.test,Stockholm',
      'cy@example.test,+02:00',
      'di@example.test,',
    ].join('\n');
    const told = (line: number) => [
      { line, field: 'time_zone', message: expect.stringContaining('Europe/Stockholm') },
    ];
    expect(await read(csv)).toMatchObject([
      { line: 2, fields: { time_zone: 'Europe/Stockholm' } },
      { line: 3, fields: { time_zone: 'Stockholm' }, notes: told(3) },
      { line: 4, fields: { time_zone: '+02:00' }, notes: told(4) },
      { line: 5, fields: { time_zone: '' } },
    ]);
    expect((await read(csv)).map((row) => 'notes' in row)).toEqual([false, true, true, false]);
  });

  it('of persons with an address, a number or both: one row each, numbers in one form (SM-16)', async () => {
    const csv = [
      'email,mobile,phone,name',
      'anna@example.test,070-174 06 05,08-12 34 56,Anna',
      ',+46 70 174 06 06,,Bo',
      'cy@example.test,,,Cy',
      'di@example.test,72080,,Di',
      'eva@example.test,12,,Eva',
      ',,08-12 34 56,Fay',
      'not-an-address,+46 70 174 06 07,,Gil',
    ].join('\n');
    const email = (address: string) => ({ channel: 'EMAIL', address });
    const number = (address: string) => ({ channel: 'SMS', address });
    const rows = await read(csv, 'SE');
    expect(rows.map((row) => ('fields' in row ? [row.addresses, row.fields] : row))).toEqual([
      [
        [email('anna@example.test'), number('+46701740605')],
        { phone: '08-12 34 56', name: 'Anna' },
      ],
      [[number('+46701740606')], { phone: '', name: 'Bo' }],
      [[email('cy@example.test')], { phone: '', name: 'Cy' }],
      { line: 5, field: 'phone', message: expect.stringContaining('short code') },
      { line: 6, field: 'phone', message: expect.stringContaining('not a telephone number') },
      { line: 7, field: 'email', message: 'no address in this row' },
      { line: 8, field: 'email', message: 'not an e-mail address' },
    ]);
    expect(await read('number\n070-174 06 05\n')).toEqual([
      {
        line: 2,
        field: 'phone',
        message: expect.stringMatching(/without its country.*changeAccount/),
      },
    ]);
  });

  it('a number that no SMS reaches is told, and no contact’s; what else is of its row is taken, and a wish to stop of any number', async () => {
    const csv = [
      'email,mobile,unsubscribed',
      'anna@example.test,08-12 34 56,no',
      ',08-12 34 56,no',
      ',0900-123 45 67,no',
      ',020-12 34 56,no',
      ',08-12 34 57,yes',
    ].join('\n');
    const rows = [];
    for await (const row of readContactsCsv(csv, 'SE', ['unsubscribed'])) rows.push(row);
    expect(rows).toEqual([
      {
        line: 2,
        addresses: [{ channel: 'EMAIL', address: 'anna@example.test' }],
        language: null,
        fields: { unsubscribed: 'no' },
        notes: [
          {
            line: 2,
            field: 'phone',
            message: expect.stringMatching(/without its number: a landline/),
          },
        ],
      },
      { line: 3, field: 'phone', message: expect.stringContaining('landline') },
      { line: 4, field: 'phone', message: expect.stringContaining('premium') },
      { line: 5, field: 'phone', message: expect.stringContaining('service') },
      { line: 6, optsOut: true, addresses: [{ channel: 'SMS', address: '+468123457' }] },
    ]);
  });

  it('without an address column says once which column is missing, and is read no further', async () => {
    expect(await read('name,city\nAnna,Malmö\nBo,Lund\n')).toEqual([
      { line: 1, field: 'email', message: expect.stringContaining('column "email"') },
    ]);
  });

  it('may come in pieces of any size', async () => {
    async function* pieces(): AsyncGenerator<string> {
      yield 'em';
      yield 'ail,first_name\n';
      for (let i = 0; i < 1_000; i += 100) {
        const lines = Array.from({ length: 100 }, (_, j) => `p${i + j}@bulk.example.test,Åsa\n`);
        yield lines.join('');
      }
    }
    const rows = await read(pieces());
    expect(rows).toHaveLength(1_000);
    expect(rows.at(-1)).toEqual({
      line: 1_001,
      addresses: [{ channel: 'EMAIL', address: 'p999@bulk.example.test' }],
      language: null,
      fields: { first_name: 'Åsa' },
    });
  });

  const corpus = join(import.meta.dirname, '../../../../../shared/corpora/csv-imports');
  it.skipIf(!existsSync(corpus))(
    'accepts and rejects the corpus of malformed rows by line (skipped where ../shared/corpora is absent)',
    async () => {
      interface Expectation {
        file: string;
        accepted: { line: number; email: string }[];
        either?: { line: number }[];
      }
      const all = JSON.parse(readFileSync(join(corpus, 'expected.json'), 'utf8')) as Expectation[];
      for (const name of [
        '01-utf8-bom.csv',
        '02-utf16le-tab.csv',
        '03-windows1252-semicolon.csv',
        '04-semicolon-with-commas.csv',
        '05-tab.tsv',
        '06-quoted-newlines.csv',
        '07-header-order-and-case.csv',
        '09-blank-lines.csv',
        '11-malformed-rows.csv',
      ]) {
        const given = name.includes('1252') ? 'windows-1252' : null;
        const open = (): AsyncIterable<Buffer> => createReadStream(join(corpus, name));
        const found = await findEncoding(open(), given);
        if ('refused' in found) throw new Error(`${name}: ${found.refused}`);
        const expected = all.find(({ file }) => file === name)!;
        const either = new Set((expected.either ?? []).map(({ line }) => line));
        const got: string[] = [];
        for await (const row of readContactsCsv(decodeText(open(), found.encoding), null)) {
          if ('fields' in row && !either.has(row.line))
            got.push(row.addresses.find(({ channel }) => channel === 'EMAIL')!.address);
        }
        const wanted = expected.accepted
          .filter(({ line }) => !either.has(line))
          .map(({ email }) => email);
        expect(got, name).toEqual(expect.arrayContaining(wanted));
      }
    },
  );
});
