import { guardFormula } from '@adieu/domain';

/** Also what other spreadsheets split cells at: a second cell, which nobody looked at, would be run as a formula. */
const NEEDS_QUOTES = /[",;\t|\r\n]/;

/**
 * One record of RFC 4180, with its line end. A cell that a spreadsheet would run as a formula gets an apostrophe in
 * front, which an import takes off again; NDJSON gives every value as it is.
 */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | null): string {
  const text = guardFormula(value ?? '');
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
