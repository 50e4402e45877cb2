import type { ListFormat } from '@adieu/domain';
import type { SheetRow } from './xlsx/read-sheet.ts';

/** A workbook whose sheets are known. */
export interface OpenedBook {
  readonly format: ListFormat;
  readonly sheets: readonly string[];
  /** The rows of a sheet that are written, in their order, some at a time; at most so many, where that is cheaper. */
  rows(sheet: string, most: number | null): AsyncIterable<readonly SheetRow[]>;
}
