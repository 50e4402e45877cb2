import type { LeavingMeaning } from '@adieu/domain';
import type { LeavingColumn } from '@adieu/intake';
import { Failure } from '../failure.ts';
import { rows as rowsOf } from './tell-import.ts';

const MEANINGS: Readonly<Record<string, LeavingMeaning>> = {
  'opt-outs': 'OPT_OUTS',
  ignore: 'IGNORE',
};

/** What `--leaving-column status=opt-outs` says. */
export function leavingColumns(options: readonly string[]) {
  return options.map((option) => {
    const at = option.lastIndexOf('=');
    const means = MEANINGS[option.slice(at + 1)];
    if (at < 1 || means === undefined)
      throw new Failure('--leaving-column takes COLUMN=opt-outs or COLUMN=ignore');
    return { column: option.slice(0, at), means };
  });
}

/** Why nothing of a list was taken, and what to do. */
export function unexplainedMessage(file: string, columns: readonly LeavingColumn[]): string {
  const told = columns.map(({ column, rows, cells }) => {
    return `  ${column}: ${rowsOf(rows)} (${cells.map((cell) => `“${cell}”`).join(', ')})`;
  });
  return [
    `nothing of ${file} was imported: it speaks of people who left, or may not be written to, in`,
    ...told,
    'Say for each column what it means: --leaving-column COLUMN=opt-outs makes opt-outs of the book of those who left,',
    '--leaving-column COLUMN=ignore takes it as a merge field like any other.',
  ].join('\n');
}
