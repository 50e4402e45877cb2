import { describe, expect, it } from 'vitest';
import { guardFormula, restoreFormula } from './formula.ts';

describe('a cell of a spreadsheet', () => {
  it.each([
    ['=1+1', "'=1+1"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["O'Brien", "O'Brien"],
    ["'quoted'", "'quoted'"],
    ['+46701234567', '+46701234567'],
    ['-2,5', '-2,5'],
    ["'-2,5", "'-2,5"],
  ])('%s is written as %s, and comes back as it was', (value, cell) => {
    expect(guardFormula(value)).toBe(cell);
    expect(restoreFormula(cell)).toBe(value);
  });
});
