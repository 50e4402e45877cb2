/** What a list file may be. */
export const LIST_FORMATS = ['CSV', 'XLSX', 'XLS', 'ODS', 'XML', 'JSON', 'NDJSON'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Those that a spreadsheet saves: their rows have numbers, and their cells names. */
const WORKBOOKS: readonly ListFormat[] = ['XLSX', 'XLS', 'ODS'];
export function isWorkbook(format: ListFormat): boolean {
  return WORKBOOKS.includes(format);
}
