const NEEDS_QUOTES = /[",\r\n]/;
/** What a spreadsheet takes for a formula, also after blanks and in full width. */
const FORMULA = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** A number with its sign, such as +4670123456, is no formula. */
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/**
 * One record of RFC 4180, with its line end. A cell that a spreadsheet would run as a formula gets an apostrophe in
 * front; NDJSON gives every value as it is.
 */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | null): string {
  if (value === null) return '';
  const text = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
