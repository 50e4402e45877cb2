import type { ContactsImport, RowNote } from '@adieu/db';
import { plural } from '@adieu/messages';

/** Tells what came of an import: each row that was not taken as it stood, then counts that make up all rows. */
export function tellImport(result: ContactsImport): void {
  for (const each of [...result.rejected, ...result.notes].toSorted((a, b) => a.line - b.line))
    console.error(tellRow(each));
  console.log(summary(result));
  if (result.rejectedCount === 0) return;
  console.error(`${rows(result.rejectedCount)} not taken, for the reasons above: exit code 1`);
  process.exitCode = 1;
}

export function tellRow({ line, field, message }: RowNote): string {
  return `line ${line}${field === null ? '' : `, ${field}`}: ${message}`;
}

export const rows = (count: number): string =>
  plural('en', count, { one: '# row', other: '# rows' });

/** The counts of an import in a sentence; what is none is left out, but for the first three. */
export function summary(result: ContactsImport): string {
  const { created, updated, stillOptedOut, stillUndeliverable, optedOut, outBefore } = result;
  const { duplicates, blank, rejectedCount } = result;
  const stay = plural('en', stillOptedOut, {
    one: '# of them stays opted out',
    other: '# of them stay opted out',
  });
  const parts = [
    `${rows(result.rows)}: ${created} new, ${updated} known before`,
    stay,
    ...(stillUndeliverable > 0 ? [`mail to ${stillUndeliverable} of them comes back`] : []),
    ...(optedOut > 0 ? [`${optedOut} opted out by the list`] : []),
    ...(outBefore > 0 ? [`${outBefore} opted out before already`] : []),
    ...(duplicates > 0 ? [`${rows(duplicates)} said twice`] : []),
    ...(blank > 0 ? [`${rows(blank)} blank`] : []),
    `${rows(rejectedCount)} not taken`,
  ];
  return parts.join('; ');
}
