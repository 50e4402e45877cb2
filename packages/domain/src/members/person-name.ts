import { refuseText } from '../brand/plain-text.ts';

export const LONGEST_NAME = 200;

/**
 * Null where a person's name, trimmed already, may stand in a mail and in the ledger; else why not: an end of a line
 * would make a header of its own, and what turns its neighbours' direction would show another name.
 */
export function refuseName(name: string): string | null {
  const refused = refuseText(name, LONGEST_NAME);
  if (refused === null) return null;
  return refused === 'empty' || refused === 'too-long'
    ? `A name has 1 to ${LONGEST_NAME} characters.`
    : 'A name is one line of plain text, without invisible characters.';
}
