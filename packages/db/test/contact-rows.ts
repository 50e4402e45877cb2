import type { ContactRow } from '../src/index.ts';

export type SaidRow = Partial<Omit<ContactRow, 'addresses'>> & {
  readonly address?: string;
  readonly phone?: string;
};

/** Rows as a reader of list files gives them: an e-mail address alone, or with more. */
export const contactRows = (...rows: readonly (string | SaidRow)[]): ContactRow[] =>
  rows.map((row, i) => {
    const { address, phone, ...said } = typeof row === 'string' ? { address: row } : row;
    return {
      line: i + 2,
      language: null,
      fields: {},
      ...said,
      addresses: [
        ...(address === undefined ? [] : [{ channel: 'EMAIL', address } as const]),
        ...(phone === undefined ? [] : [{ channel: 'SMS', address: phone } as const]),
      ],
    };
  });
