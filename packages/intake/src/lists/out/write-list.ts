import { csvLine } from './csv-line.ts';
import { writeXlsx } from './write-xlsx.ts';

/** How lists leave the house. */
export const LIST_OUT_FORMATS = ['csv', 'xlsx', 'ndjson'] as const;
export type ListOutFormat = (typeof LIST_OUT_FORMATS)[number];

export const LIST_OUT_TYPES: Readonly<Record<ListOutFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
};

export type CellOut = string | null;
export type RowOut = readonly CellOut[];

export interface ListOut {
  readonly format: ListOutFormat;
  readonly columns: readonly string[];
  /** Excel reads a CSV as UTF-8 where it begins with a byte order mark. */
  readonly bom: boolean;
}

/**
 * A list as a file, made as it is read. What a spreadsheet would run as a formula is made inert in CSV and XLSX, and is as it
 * was where it is read here again; NDJSON gives every value as it is.
 */
export async function* writeList(
  rows: AsyncIterable<readonly RowOut[]>,
  { format, columns, bom }: ListOut,
): AsyncGenerator<string | Uint8Array, void> {
  if (format === 'xlsx') {
    yield* writeXlsx(rows, columns);
    return;
  }
  if (format === 'csv') yield (bom ? '\uFEFF' : '') + csvLine(columns);
  for await (const batch of rows) {
    if (batch.length === 0) continue;
    yield batch.map(format === 'csv' ? csvLine : (row) => jsonLine(columns, row)).join('');
  }
}

function jsonLine(columns: readonly string[], row: RowOut): string {
  const named = Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null]));
  return `${JSON.stringify(named)}\n`;
}
