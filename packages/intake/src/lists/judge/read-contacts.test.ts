import type { ListRow } from '@adieu/db';
import { ROW_REASONS, type RowReason } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { fileOfText } from '../list-file.ts';
import { readContacts } from './read-contacts.ts';

async function read(
  csv: string,
  country: string | null = null,
  optOuts: readonly string[] = [],
): Promise<ListRow[]> {
  const rows: ListRow[] = [];
  for await (const row of readContacts(fileOfText(csv, 'a'), { country, optOuts })) rows.push(row);
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
      tags: [],
      consent: null,
    });
    const rejected = (line: number, value: string, reason: string) => ({
      line,
      field: 'email',
      message: ROW_REASONS[reason as RowReason].message,
      remedy: ROW_REASONS[reason as RowReason].remedy,
      cell: null,
      value,
      reason,
    });
    expect(await read(csv)).toEqual([
      named(2, 'anna', 'sv', 'Anna'),
      rejected(3, 'no•••', 'INVALID_EMAIL'),
      { line: 4, blank: true },
      rejected(5, '', 'MISSING_ADDRESS'),
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
      expect.objectContaining({
        line: 5,
        field: 'phone',
        message: expect.stringContaining('short code'),
      }),
      expect.objectContaining({
        line: 6,
        field: 'phone',
        message: expect.stringContaining('not a telephone number'),
      }),
      expect.objectContaining({ line: 7, field: 'email', message: 'no address in this row' }),
      expect.objectContaining({ line: 8, field: 'email', message: 'not an e-mail address' }),
    ]);
    expect(await read('number\n070-174 06 05\n')).toMatchObject([
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
    expect(await read(csv, 'SE', ['unsubscribed'])).toMatchObject([
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

  it('without an address column is none', async () => {
    await expect(read('name,city\nAnna,Malmö\nBo,Lund\n')).rejects.toMatchObject({
      code: 'NO_ADDRESSES',
    });
  });

  it('takes the number that SMS reach, where there are several', async () => {
    const csv = 'phone,mobile\n08-12 34 56,070-174 06 05\n';
    expect(await read(csv, 'SE')).toMatchObject([
      {
        addresses: [{ channel: 'SMS', address: '+46701740605' }],
        fields: { phone: '08-12 34 56' },
      },
    ]);
  });
});
