/** How much a list may be. What is more is refused before anything of it is taken. */
export const LIST_LIMITS = {
  /** Of a text, in bytes. */
  text: 1024 ** 3,
  /** Of a workbook, in bytes: it is read whole. */
  workbook: 100 * 1024 ** 2,
  /** What a workbook may unpack to. */
  unpacked: 1024 ** 3,
  /** Of a text that has lines: the longest of them. Of JSON and XML: the longest record. */
  line: 1024 ** 2,
  /** A row of CSV, with the lines in its quotes. */
  record: 64 * 1024,
  columns: 1_000,
  sheets: 1_000,
  depth: 32,
  /** Of a column of JSON or XML, with the names of what it stands in: the longest, in letters. */
  name: 200,
} as const;
