interface Reason {
  readonly message: string;
  readonly remedy: string;
}

/** Why a row of a list is not taken, and what to do about it. Its neighbours are. */
export const ROW_REASONS = {
  INVALID_EMAIL: {
    message: 'not an e-mail address',
    remedy: 'correct it, and import the file again: what was taken stays as it is',
  },
  INVALID_NUMBER: {
    message: 'not a number that can be written to',
    remedy: 'write it with its country, like +46 70 174 06 05',
  },
  MISSING_ADDRESS: {
    message: 'no address in this row',
    remedy: 'add its e-mail address or number, or leave it: nobody is meant',
  },
  DUPLICATE: {
    message: 'the same as an earlier row, which counts',
    remedy: 'nothing: the first of them is taken',
  },
  UNCLOSED_QUOTE: {
    message: 'a quote is opened and never closed',
    remedy: 'close the quote or take it out; the rows after it were read',
  },
  ROW_TOO_LONG: {
    message: 'longer than a row may be',
    remedy: 'look whether a quote or the end of a line is missing',
  },
  LOST_CHARACTERS: {
    message: 'characters of it were lost when it was saved (they read \uFFFD)',
    remedy: 'save the list anew from where it comes from, as UTF-8',
  },
  TOO_MANY_CELLS: {
    message: 'it has more cells than the header line',
    remedy: 'look whether a quote is missing around a cell with the separator in it',
  },
  NOT_WELL_FORMED: {
    message: 'not well formed',
    remedy: 'save the list anew from where it comes from',
  },
  TOO_DEEP: {
    message: 'nested deeper, or with longer names, than any record',
    remedy: 'export it as a plain list of records',
  },
  UNCLEAR_LEAVING: {
    message:
      'it says neither that they left nor that they may be written to: they are neither a contact nor an opt-out',
    remedy: 'say in this cell which of the two it is',
  },
  HAS_NOT_LEFT: {
    message: 'it says that they have not left',
    remedy: 'nothing: the list is of those who left. If they did, say so in this cell',
  },
} as const satisfies Record<string, Reason>;
export type RowReason = keyof typeof ROW_REASONS;
export const ROW_REASON_CODES = Object.keys(ROW_REASONS) as RowReason[];
