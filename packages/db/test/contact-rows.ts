import type { ContactRow } from '../src/index.ts';

/** Rows as a reader of list files gives them: an address alone, or with more. */
export const contactRows = (
  ...rows: readonly (string | (Partial<ContactRow> & Pick<ContactRow, 'address'>))[]
): ContactRow[] =>
  rows.map((row, i) => ({
    line: i + 2,
    language: null,
    fields: {},
    ...(typeof row === 'string' ? { address: row } : row),
  }));
