import { importContacts } from '@adieu/db';
import { explainLeaving, readContacts } from '@adieu/intake';
import { Failure } from '../failure.ts';
import { leavingColumns, unexplainedMessage } from './leaving-columns.ts';
import { tellImport } from './tell-import.ts';
import { openList } from './open-list.ts';
import { withBook } from './with-book.ts';

export interface ImportOptions {
  readonly book?: string;
  readonly data: string;
  readonly encoding?: string;
  readonly leavingColumn: readonly string[];
}

/** Imports a list into a book and tells what came of it. Rows that cannot be read cost themselves alone: exit code 1. */
export async function runImport(path: string, options: ImportOptions): Promise<void> {
  const { book: id } = options;
  if (id === undefined) throw new Failure('which address book? --book names it, e.g. book_…');
  const explained = leavingColumns(options.leavingColumn);
  const { file, shape } = await openList(path, options.encoding);
  const leaving = await explainLeaving(file, shape, explained);
  if ('missing' in leaving) throw new Failure(`${path} has no column “${leaving.missing}”`);
  if ('unexplained' in leaving) throw new Failure(unexplainedMessage(path, leaving.unexplained));
  const result = await withBook({ ...options, book: id }, ({ db, book, ring }) =>
    importContacts(db, {
      organisationId: book.organisationId,
      addressBookId: book.id,
      rows: readContacts(file, { shape, country: book.country, optOuts: leaving.optOuts }),
      actor: BY,
      ring,
      now: new Date(),
    }),
  );
  if (result === null) throw new Failure(`${id} is archived, or its account`);
  tellImport(result);
}

/** Who is named in the histories of those whom a list says to have left. */
const BY = { kind: 'SYSTEM', name: 'adieu import' } as const;
