import { describe, expect, it } from 'vitest';
import { readFieldGroups, readHeader, valueOf, valuesOf } from './fields.ts';

describe('fields as RFC 822 writes them', () => {
  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['a lone CR', '\r'],
  ])('are read whatever ends their lines: %s', (_, end) => {
    const text = ['A: 1', 'b : two', '\tand three', '', '', 'A: 4', 'no field', ': none'].join(end);
    expect(readFieldGroups(text)).toEqual([
      [
        ['a', '1'],
        ['b', 'two and three'],
      ],
      [['a', '4']],
    ]);
  });

  it('of a mail end at its first empty line', () => {
    const header = readHeader('Subject: x\nReceived: 1\nReceived: 2\n\nReceived: 3\n');
    expect(valuesOf(header, 'received')).toEqual(['1', '2']);
    expect(valueOf(header, 'subject')).toBe('x');
    expect(valueOf(header, 'from')).toBeNull();
  });

  it('are bounded in number and length, also where a line is folded for ever (M-11)', () => {
    const limits = { most: 3, longest: 10 };
    const groups = readFieldGroups(
      `A: ${'x'.repeat(99)}\n${' y\n'.repeat(9_999)}${'B: 1\n'.repeat(99)}`,
      limits,
    );
    expect(groups.flat()).toHaveLength(3);
    expect(groups.flat()[0]![1].length).toBeLessThan(25);
  });

  it('of hostile texts take no time (M-11)', () => {
    const texts = [
      '\r'.repeat(1e6),
      'A:\n '.repeat(3e5),
      ':'.repeat(1e6),
      ' '.repeat(1e6),
      '\0'.repeat(1e6),
    ];
    const { user } = process.cpuUsage();
    for (const text of texts) readFieldGroups(text);
    expect((process.cpuUsage().user - user) / 1_000).toBeLessThan(1_500);
  });
});
