import { failListImport, type Json, keepLook, type ListImport } from '@adieu/db';
import { maskCell } from '@adieu/domain';
import { type ListShape, lookAtList } from '@adieu/intake';
import { fileOf } from './file-of.ts';
import type { ListImportDeps } from './list-import-deps.ts';

/** Looks at the file of an import: what it is, and what its columns seem to hold. One that is no list ends the import. */
export async function lookAtFile({ db, clock }: ListImportDeps, list: ListImport): Promise<void> {
  const shape = await lookAtList(fileOf(db.sql, list), overruleOf(list));
  if ('refused' in shape) await failListImport(db.sql, list.id, shape.refused, clock());
  else await keepLook(db.sql, list.id, withoutPeople(shape) as unknown as Json, clock());
}

/** What is kept of a look, and shown to all who see imports: no row of the file, and examples masked. */
function withoutPeople(shape: ListShape): ListShape {
  const columns = shape.columns.map((column) => ({
    ...column,
    examples: column.examples.map(maskCell),
  }));
  return { ...shape, columns, first: [] };
}

/** What a member knew better before the first look, or after one. */
function overruleOf({ shape }: ListImport) {
  return (shape as { overrule?: Parameters<typeof lookAtList>[1] } | null)?.overrule ?? {};
}
