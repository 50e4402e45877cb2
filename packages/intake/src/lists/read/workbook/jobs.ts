import type { ListFormat, ListRefusalCode } from '@adieu/domain';
import type { ListRecord } from '../../list-shape.ts';

export interface WorkbookAsked {
  readonly bytes: Uint8Array;
  /** Null: the first. */
  readonly sheet: string | null;
  /** No more rows are asked for. */
  readonly most: number | null;
}

/** What comes of a workbook: first what it is, then its rows, some at a time; or why it is none. */
export type WorkbookPart =
  | { readonly refused: ListRefusalCode }
  | { readonly format: ListFormat; readonly sheet: string; readonly sheets: readonly string[] }
  | { readonly records: readonly ListRecord[] };

/** What is done apart: plain data in, plain data out. */
export interface Jobs {
  readWorkbook(asked: WorkbookAsked): AsyncIterable<WorkbookPart>;
}
