import type { ListImport } from '@adieu/db';
import type { ListShape, MappedColumns } from '@adieu/intake';

/** What is kept of an import's file: what it is, and after a count which columns speak of leaving and nobody said what they mean. */
export interface KeptShape extends ListShape {
  readonly leaving?: readonly LeavingFound[];
}

/** A column of contacts in which somebody left, or may not be written to. */
export interface LeavingFound {
  readonly column: string;
  readonly rows: number;
  readonly cells: readonly string[];
}

export function shapeOf({ shape }: ListImport): KeptShape {
  return shape as unknown as KeptShape;
}

export function mappingOf({ mapping }: ListImport): MappedColumns {
  return mapping as unknown as MappedColumns;
}
