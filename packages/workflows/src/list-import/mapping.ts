import type { ListImport } from '@adieu/db';
import type { LeavingColumn, ListShape, MappedColumns } from '@adieu/intake';

/** What is kept of an import's file: what it is, and after a count which columns speak of leaving and nobody said what they mean. */
export interface KeptShape extends ListShape {
  readonly leaving?: readonly LeavingColumn[];
}

export function shapeOf({ shape }: ListImport): KeptShape {
  return shape as unknown as KeptShape;
}

export function mappingOf({ mapping }: ListImport): MappedColumns {
  return mapping as unknown as MappedColumns;
}
