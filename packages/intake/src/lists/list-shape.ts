import type { ListField, ListFormat, RowReason } from '@adieu/domain';

/** A column of a list, as a look found it. */
export interface ListColumn {
  /** As the header has it; of a list without one, its number. */
  readonly name: string;
  /** What it seems to hold; null: nobody can tell, a person has to. */
  readonly guess: ListField | null;
  /** The first cells that say something. */
  readonly examples: readonly string[];
}

/** What a file is, as far as can be told from it. Each guess can be overruled. */
export interface ListShape {
  readonly format: ListFormat;
  /** Of a text; null of a workbook. */
  readonly encoding: string | null;
  /** Of CSV. */
  readonly separator: string | null;
  /** Of a workbook: the one that is read, of those that there are. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** Of JSON and XML: where the rows are, of the places that may be meant. */
  readonly path: string | null;
  readonly paths: readonly string[];
  /** Whether the first row that says something names the columns. JSON and XML name them themselves. */
  readonly header: boolean;
  readonly columns: readonly ListColumn[];
  /** The first rows, without the header. */
  readonly first: readonly (readonly string[])[];
}

/** What somebody knows better than the look. */
export type ListOverrule = {
  readonly [K in 'format' | 'encoding' | 'separator' | 'sheet' | 'path' | 'header']?:
    | ListShape[K]
    | undefined;
};

/**
 * One row of a list, in the order of the file. `line` is where it begins: the line of a text, the row of a sheet, the number
 * of a record of JSON; the first is 1.
 */
export type ListRecord =
  | {
      readonly line: number;
      readonly cells: readonly string[];
      /** What it has beside the columns that the look found, by its names: of JSON and XML alone. */
      readonly more?: ReadonlyMap<string, string>;
    }
  | { readonly line: number; readonly blank: true }
  | {
      readonly line: number;
      readonly broken: RowReason;
      /** What stands there. */
      readonly value: string;
      /** Nothing after it could be read. */
      readonly rest?: true;
    };
