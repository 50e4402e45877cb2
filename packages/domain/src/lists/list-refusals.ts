interface Refusal {
  readonly message: string;
  readonly remedy: string;
}

/** Why a file is no list that can be read, and what to do about it. Nothing of such a file is taken. */
export const LIST_REFUSALS = {
  EMPTY: {
    message: 'there is nothing in it',
    remedy: 'look whether the export that made it had any rows, and export it again',
  },
  TOO_LARGE: {
    message: 'it is larger than a list of its kind may be',
    remedy: 'split it, or save it as CSV, which may be far larger',
  },
  NOT_A_LIST: {
    message: 'it is another kind of file, whatever its name says',
    remedy: 'save the list as CSV, XLSX, XLS, ODS, XML, JSON or NDJSON',
  },
  HTML: {
    message: 'it is a web page, not a list: an export may have answered with its sign-in page',
    remedy: 'download the list again while you are signed in, and look into the file first',
  },
  BINARY: {
    message: 'it holds zero bytes, which no text does',
    remedy: 'save the list anew from where it comes from, as CSV in UTF-8',
  },
  UNKNOWN_ENCODING: {
    message: 'no encoding of this name is known',
    remedy: 'name one like utf-8, windows-1252, windows-1250, iso-8859-2 or utf-16le',
  },
  NOT_IN_ENCODING: {
    message: 'its bytes are no text in this encoding',
    remedy: 'choose another encoding, or save the list anew as UTF-8',
  },
  LINE_TOO_LONG: {
    message: 'a line of it is longer than a million characters',
    remedy: 'look whether the file is whole, and whether each row ends its line',
  },
  TOO_MANY_COLUMNS: {
    message: 'it has more than a thousand columns',
    remedy: 'keep the columns that the import needs, and save it again',
  },
  TOO_MANY_SHEETS: {
    message: 'it has more than a thousand sheets',
    remedy: 'keep the sheet of the list, and save it again',
  },
  NO_ADDRESSES: {
    message: 'no column of it holds e-mail addresses or telephone numbers',
    remedy: 'add a column with the heading "email" or "phone"',
  },
  NO_SUCH_SHEET: {
    message: 'it has no sheet of this name',
    remedy: 'choose one of its sheets',
  },
  NO_ROWS: {
    message: 'no rows are found in it',
    remedy: 'say where its rows are: a path like data.contacts',
  },
  NOT_WELL_FORMED: {
    message: 'it breaks the rules of its own format',
    remedy: 'save it anew from where it comes from: the file may be cut',
  },
  TOO_DEEP: {
    message: 'it is nested deeper, or has longer names, than any list',
    remedy: 'export it as a plain list of records',
  },
  ENTITIES: {
    message: 'it declares entities of its own, which are not expanded here',
    remedy: 'export it without a document type declaration',
  },
  PASSWORD: {
    message: 'it is protected by a password',
    remedy: 'open it, take the password off, and save it again',
  },
  MACROS: {
    message: 'it holds macros',
    remedy: 'save it as a workbook without macros (.xlsx), or as CSV',
  },
  BOMB: {
    message: 'it unpacks to far more than its size tells',
    remedy: 'save the list alone as CSV',
  },
  DAMAGED: {
    message: 'it is a damaged workbook',
    remedy: 'open it in a spreadsheet and save it again, or save it as CSV',
  },
  TOO_LONG: {
    message: 'it took too long to be read, or too much memory',
    remedy: 'save the list as CSV, which needs neither',
  },
  BUSY: {
    message: 'too many workbooks of yours are being read already',
    remedy: 'try again in a minute',
  },
} as const satisfies Record<string, Refusal>;
export type ListRefusalCode = keyof typeof LIST_REFUSALS;
export const LIST_REFUSAL_CODES = Object.keys(LIST_REFUSALS) as ListRefusalCode[];
