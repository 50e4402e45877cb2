/** What a spreadsheet takes for a formula, also after blanks and in full width. */
const FORMULA = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** A number with its sign, such as +4670123456, is no formula. */
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/**
 * A cell that no spreadsheet runs as a formula: with an apostrophe in front where it would. One that looks as if that had been
 * done gets one more, so that `restoreFormula` gives back whatever it was.
 */
export function guardFormula(value: string): string {
  return runs(value.replace(/^'+/, '')) ? `'${value}` : value;
}

/** The value that `guardFormula` made inert. */
export function restoreFormula(cell: string): string {
  return cell.startsWith("'") && runs(cell.replace(/^'+/, '')) ? cell.slice(1) : cell;
}

function runs(text: string): boolean {
  return FORMULA.test(text) && !NUMBER.test(text);
}
