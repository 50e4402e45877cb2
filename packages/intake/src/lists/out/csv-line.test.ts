import { describe, expect, it } from 'vitest';
import { csvLine } from './csv-line.ts';

describe('a line of CSV (RFC 4180)', () => {
  it.each([
    [['a@example.test', 'EMAIL', null], 'a@example.test,EMAIL,\r\n'],
    [['Åsa, "the" one'], '"Åsa, ""the"" one"\r\n'],
    [['two\r\nlines'], '"two\r\nlines"\r\n'],
    [['=HYPERLINK("http://x")'], '"\'=HYPERLINK(""http://x"")"\r\n'],
    [
      ['@SUM(1)', '-1+2', '+x@example.test', '\t=1', ' =1', '＝1'],
      `'@SUM(1),'-1+2,'+x@example.test,"'\t=1",' =1,'＝1\r\n`,
    ],
    [['x;=1+1', 'y\t=1+1', 'z|=1+1'], '"x;=1+1","y\t=1+1","z|=1+1"\r\n'],
    [['+46701234567', '-5', '-2,5'], '+46701234567,-5,"-2,5"\r\n'],
  ])('of %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});
