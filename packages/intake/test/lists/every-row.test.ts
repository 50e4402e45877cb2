import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultMapping,
  judgeListRow,
  type ListRecord,
  lookAtList,
  readList,
} from '../../src/index.ts';
import { listOf } from './list-files.ts';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'a@example.test',
    'nobody',
    '+46701740605',
    '"',
    '""',
    '"x',
    'x"y',
    '=1',
    '\uFFFD',
    'unsubscribed',
    'no',
    '2026-05-04',
  ),
  fc.string({ unit: fc.constantFrom('a', '@', '.', '"', ' ', 'å', '1') }),
);
const ends = fc.constantFrom('\n', '\r\n', '\r');

/** Lines of CSV, quotes where nobody means them: no cell of these has an end of a line within that is meant. */
const csv = fc
  .array(fc.tuple(fc.array(cell, { maxLength: 4 }), ends), { minLength: 1, maxLength: 30 })
  .map((lines) => lines.map(([cells, end]) => cells.join(',') + end).join(''));

async function judged(content: string, size: number, kind: 'OPT_OUTS' | 'CONTACTS') {
  const file = listOf(content, size);
  const shape = await lookAtList(file, { format: 'CSV', encoding: 'utf-8', separator: ',' });
  if ('refused' in shape) return null;
  const mapping = defaultMapping(shape, kind);
  const rows = [];
  for await (const record of readList(file, shape))
    rows.push(judgeListRow(record, { kind, mapping, format: 'CSV', country: 'SE' }));
  return { shape, rows };
}

describe('no row is lost in silence (I-1)', () => {
  it('a record that says that somebody left, by a name that the look did not meet, is no contact', async () => {
    const many = '{"email":"a@example.test"}\n'.repeat(101_000);
    const file = listOf(`${many}{"email":"b@example.test","unsubscribed":true}\n`);
    const shape = await lookAtList(file);
    if ('refused' in shape) throw new Error(shape.refused);
    for (const [kind, wanted] of [
      ['CONTACTS', { reason: 'UNCLEAR_LEAVING', field: 'unsubscribed' }],
      ['OPT_OUTS', { optsOut: true }],
    ] as const) {
      const mapping = defaultMapping(shape, kind);
      let last: ListRecord | undefined;
      for await (const record of readList(file, shape)) last = record;
      const became = judgeListRow(last!, { kind, mapping, format: shape.format, country: null });
      expect(became).toMatchObject({ line: 101_001, ...wanted });
    }
  });

  it('each is accepted, rejected with reason and remedy, or blank; lines only grow, and every line is of a row', async () => {
    await fc.assert(
      fc.asyncProperty(
        csv,
        fc.constantFrom(1, 7, 1_000),
        fc.constantFrom('OPT_OUTS', 'CONTACTS'),
        async (content, size, kind) => {
          const found = await judged(content, size, kind);
          if (found === null) return;
          const { rows } = found;
          const accepted = rows.filter((row) => 'addresses' in row).length;
          const rejected = rows.filter((row) => 'remedy' in row && row.remedy !== '').length;
          const blank = rows.filter((row) => 'blank' in row).length;
          expect(accepted + rejected + blank).toBe(rows.length);
          const lines = rows.map(({ line }) => line);
          expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
          // In whatever pieces the file comes.
          expect(await judged(content, Infinity, kind)).toEqual(found);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('an address on a line of its own is told, whatever quotes stand on other lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 12 }), async (others) => {
        const content = [
          'email',
          ...others.map((each) => each.replaceAll('\n', '')),
          '',
          'last@example.test',
          '',
        ].join('\n');
        const found = await judged(content, Infinity, 'OPT_OUTS');
        if (found === null) return;
        const line = others.length + 3;
        const isWithin = found.rows.some((row) => row.line < line && 'reason' in row);
        const isTaken = found.rows.some(
          (row) => 'addresses' in row && row.addresses[0]!.address === 'last@example.test',
        );
        // Where two quotes of other lines close around it, it is part of a row that is told.
        expect(isTaken || isWithin).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
