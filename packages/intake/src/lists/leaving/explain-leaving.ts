import type { LeavingMeaning } from '@adieu/domain';
import type { ListFile } from '../list-file.ts';
import type { ListShape } from '../list-shape.ts';
import { findLeavingColumns } from './find-leaving-columns.ts';
import type { LeavingColumn } from './leaving-tally.ts';

/** What somebody said of one column. */
export interface Explained {
  /** As the header line has it, in any case. */
  readonly column: string;
  readonly means: LeavingMeaning;
}

/**
 * Which columns of a list hold opt-outs. `unexplained`: nobody said yet what these mean, so nothing of the list may be
 * taken. `missing`: the list has no such column.
 */
export async function explainLeaving(
  file: ListFile,
  shape: ListShape,
  explained: readonly Explained[],
): Promise<
  | { readonly optOuts: readonly string[] }
  | { readonly unexplained: readonly LeavingColumn[] }
  | { readonly missing: string }
> {
  const columns = shape.columns.map(({ name }) => name);
  const named = (name: string, { column }: Explained): boolean =>
    column.trim().toLowerCase() === name.toLowerCase();
  const missing = explained.find((each) => !columns.some((name) => named(name, each)));
  if (missing !== undefined) return { missing: missing.column };
  const means = (name: string) => explained.find((each) => named(name, each))?.means;
  const leaving = await findLeavingColumns(file, shape);
  const unexplained = leaving.filter(({ column }) => means(column) === undefined);
  if (unexplained.length > 0) return { unexplained };
  return { optOuts: columns.filter((name) => means(name) === 'OPT_OUTS') };
}
