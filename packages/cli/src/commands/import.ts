import { createReadStream, existsSync } from 'node:fs';
import { importContacts } from '@adieu/db';
import { explainLeaving, readContactsCsv } from '@adieu/intake';
import { Failure } from '../failure.ts';
import { leavingColumns, unexplainedMessage } from './leaving-columns.ts';
import { tellImport } from './tell-import.ts';
import { openText } from './open-text.ts';
import { withBook } from './with-book.ts';

export interface ImportOptions {
  readonly book: string;
  readonly data: string;
  readonly encoding?: string;
  readonly leavingColumn: readonly string[];
}

/** Imports a CSV into a book and tells what came of it. Rows that cannot be read cost themselves alone: exit code 1. */
export async function runImport(file: string, options: ImportOptions): Promise<void> {
  if (!existsSync(file)) throw new Failure(`there is no file ${file}`);
  const explained = leavingColumns(options.leavingColumn);
  const open = await openText(() => createReadStream(file), file, options.encoding);
  const leaving = await explainLeaving(open(), explained);
  if ('missing' in leaving) throw new Failure(`${file} has no column “${leaving.missing}”`);
  if ('unexplained' in leaving) throw new Failure(unexplainedMessage(file, leaving.unexplained));
  const result = await withBook(options, ({ db, book, ring }) =>
    importContacts(db, {
      organisationId: book.organisationId,
      addressBookId: book.id,
      rows: readContactsCsv(open(), book.country, leaving.optOuts),
      actor: BY,
      ring,
      now: new Date(),
    }),
  );
  if (result === null) throw new Failure(`${options.book} is archived, or its account`);
  tellImport(result);
}

/** Who is named in the histories of those whom a list says to have left. */
const BY = { kind: 'SYSTEM', name: 'adieu import' } as const;
