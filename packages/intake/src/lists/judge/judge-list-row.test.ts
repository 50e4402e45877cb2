import { cellName, type ListField, type ListKind } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import type { ListRecord } from '../list-shape.ts';
import { judgeListRow } from './judge-list-row.ts';

const COLUMNS: Readonly<Record<string, ListField>> = {
  mail: 'EMAIL',
  second: 'EMAIL',
  phone: 'PHONE',
  either: 'ADDRESS',
  unsubscribed: 'LEFT',
  when: 'SINCE',
  why: 'REASON',
  note: 'NOTE',
  tags: 'TAGS',
};
const mapping = Object.entries(COLUMNS).map(([column, field]) => ({ column, field }));
const judge = (
  cells: Readonly<Record<string, string>>,
  kind: ListKind = 'OPT_OUTS',
  format: 'CSV' | 'XLSX' = 'CSV',
) => {
  const record: ListRecord = {
    line: 12,
    cells: Object.keys(COLUMNS).map((name) => cells[name] ?? ''),
  };
  return judgeListRow(record, { kind, mapping, format, country: 'SE' });
};
const email = (address: string) => ({ channel: 'EMAIL', address });
const left = { unsubscribed: 'yes' };

describe('a row of opt-outs (F10)', () => {
  it.each([
    [{ mail: 'Anna@Example.TEST' }, [email('anna@example.test')]],
    [{ mail: 'Bob <bob@example.test>' }, [email('bob@example.test')]],
    [{ mail: 'mailto:carl@example.test' }, [email('carl@example.test')]],
    [
      { mail: 'a@example.test', second: 'b@example.test' },
      [email('a@example.test'), email('b@example.test')],
    ],
    [{ mail: 'a@example.test', second: 'A@example.test' }, [email('a@example.test')]],
    [{ either: '070-174 06 05' }, [{ channel: 'SMS', address: '+46701740605' }]],
    [
      { either: 'a@example.test', phone: '08-12 34 56' },
      [email('a@example.test'), { channel: 'SMS', address: '+468123456' }],
    ],
  ])('with %j leaves with all its addresses', (cells, addresses) => {
    expect(judge({ ...cells, ...left })).toMatchObject({ line: 12, optsOut: true, addresses });
  });

  it('with one address that is none leaves with the other, and that is told', () => {
    expect(judge({ mail: 'a@example.test', second: 'nobody', ...left })).toMatchObject({
      addresses: [email('a@example.test')],
      notes: [{ line: 12, field: 'email' }],
    });
  });

  it.each([
    ['2026-05-04', '2026-05-04T00:00:00.000Z'],
    ['2026-05-04 10:30:00', '2026-05-04T10:30:00.000Z'],
    ['2026-05-04T10:30:00+02:00', '2026-05-04T08:30:00.000Z'],
    ['4.5.2026', '2026-05-04T00:00:00.000Z'],
    ['04. 05. 2026', '2026-05-04T00:00:00.000Z'],
    ['1777881600', '2026-05-04T08:00:00.000Z'],
    ['4/5/2026', null],
    ['31.31.2026', null],
    ['yesterday', null],
  ])('since %s: %s', (when, since) => {
    const row = judge({ mail: 'a@example.test', ...left, when, why: 'TOO_MANY', note: 'by phone' });
    expect(row).toMatchObject({
      since: since === null ? null : new Date(since),
      reason: 'TOO_MANY',
      note: 'by phone',
    });
    expect('notes' in row).toBe(since === null);
  });

  it.each([
    [{ mail: 'stranger@' }, 'INVALID_EMAIL', 'mail', 'st•••@•••'],
    [{ phone: '12' }, 'INVALID_NUMBER', 'phone', '12•••'],
    [{}, 'MISSING_ADDRESS', 'email', ''],
    [{ mail: 'a@example.test', unsubscribed: 'no' }, 'HAS_NOT_LEFT', 'unsubscribed', 'no•••'],
  ])('with %j is none', (cells, reason, _column, value) => {
    const row = judge({ ...left, ...cells });
    expect(row).toMatchObject({ line: 12, reason, value, remedy: expect.stringMatching(/./) });
    expect(JSON.stringify(row)).not.toContain('stranger');
  });

  it('of a workbook names the cell', () => {
    expect(judge({ mail: 'nobody', ...left }, 'OPT_OUTS', 'XLSX')).toMatchObject({
      cell: cellName(0, 12),
    });
    expect(judge({ phone: '12', ...left }, 'OPT_OUTS', 'XLSX')).toMatchObject({
      cell: cellName(2, 12),
    });
  });
});

describe('a row of contacts', () => {
  it('has tags, each once, and one address of each kind', () => {
    const cells = { mail: 'a@example.test', second: 'b@example.test', tags: 'gold; north, gold,' };
    expect(judge({ ...cells, unsubscribed: 'no' }, 'CONTACTS')).toMatchObject({
      addresses: [email('a@example.test')],
      tags: ['gold', 'north'],
      fields: { unsubscribed: 'no' },
    });
  });

  it('says of who left that they did, and of who is not clear that it is not', () => {
    const mail = 'a@example.test';
    expect(judge({ mail, ...left }, 'CONTACTS')).toMatchObject({ optsOut: true });
    expect(
      judgeListRow(
        { line: 3, broken: 'UNCLOSED_QUOTE', value: '"anna@example.test' },
        { kind: 'CONTACTS', mapping, format: 'CSV', country: null },
      ),
    ).toMatchObject({
      line: 3,
      reason: 'UNCLOSED_QUOTE',
      value: '"a•••@ex•••.test',
    });
  });
});
