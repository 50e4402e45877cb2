/** The name of a workbook's cell, as its owner sees it: column 0 of row 12 is A12. */
export function cellName(column: number, row: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return `${name}${row}`;
}
