import type { ListImport } from '@adieu/db';
import { LIST_REFUSALS, type ListRefusalCode } from '@adieu/domain';
import type { ListShape } from '@adieu/intake';
import { Failure } from '../failure.ts';
import type { ListImportOptions } from './list-import-options.ts';

/** Names read by a guess would be wrong for years, and nobody would know. Addresses alone can not be: they are plain letters. */
export function refuseGuess(
  path: string,
  { kind, shape }: ListImport,
  options: ListImportOptions,
): void {
  const { encoding } = shape as unknown as ListShape;
  if (
    kind === 'OPT_OUTS' ||
    options.encoding !== undefined ||
    encoding === null ||
    encoding.startsWith('utf-')
  )
    return;
  throw new Failure(
    `${path} is not UTF-8. It seems to be ${encoding}: say --encoding ${encoding} if that is right`,
  );
}

export const columnsIn = ({ shape }: ListImport): string =>
  (shape as unknown as ListShape).columns.map(({ name }) => `“${name}”`).join(', ');

export function failureMessage({ failure, fileName }: ListImport): string {
  const told = LIST_REFUSALS[failure as ListRefusalCode] as
    | { message: string; remedy: string }
    | undefined;
  return told === undefined
    ? `${fileName} was not imported: ${failure}`
    : `${fileName}: ${told.message}; ${told.remedy}`;
}

export function leavingMessage(path: string, { shape }: ListImport): string {
  const { leaving = [] } = shape as unknown as {
    leaving?: { column: string; rows: number; cells: string[] }[];
  };
  const told = leaving.map(
    ({ column, rows, cells }) =>
      `  ${column}: ${rows} rows (${cells.map((cell) => `“${cell}”`).join(', ')})`,
  );
  return [
    `nothing of ${path} was imported: it speaks of people who left, or may not be written to, in`,
    ...told,
    'Say for each what it means: --column COLUMN=left opts those who left out of the book, --column COLUMN=field takes it as a merge field.',
  ].join('\n');
}
