import { expect, it } from 'vitest';
import { cellName } from './cell-name.ts';

it.each([
  [0, 1, 'A'],
  [25, 7, 'Z'],
  [26, 7, 'AA'],
  [701, 7, 'ZZ'],
  [702, 7, 'AAA'],
])('the cell of column %i in row %i has the letters %s', (column, row, letters) => {
  expect(cellName(column, row)).toBe(`${letters}${row}`);
});
