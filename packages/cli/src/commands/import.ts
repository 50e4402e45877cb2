import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { importContacts, ownerOfBook } from '@adieu/db';
import { explainLeaving, readContactsCsv } from '@adieu/intake';
import { parseKeyRing } from '@adieu/keys';
import { TypeID } from 'typeid-js';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';
import { leavingColumns, unexplainedMessage } from './leaving-columns.ts';
import { tellImport } from './tell-import.ts';
import { openText } from './open-text.ts';

export interface ImportOptions {
  readonly book: string;
  readonly data: string;
  readonly encoding?: string;
  readonly leavingColumn: readonly string[];
}

/** Imports a CSV into a book and tells what came of it. Rows that cannot be read cost themselves alone: exit code 1. */
export async function runImport(file: string, options: ImportOptions): Promise<void> {
  if (!existsSync(file)) throw new Failure(`there is no file ${file}`);
  const addressBookId = uuidOf(options.book);
  const explained = leavingColumns(options.leavingColumn);
  const open = await openText(() => createReadStream(file), file, options.encoding);
  const leaving = await explainLeaving(open(), explained);
  if ('missing' in leaving) throw new Failure(`${file} has no column “${leaving.missing}”`);
  if ('unexplained' in leaving) throw new Failure(unexplainedMessage(file, leaving.unexplained));
  const { databaseUrl, environment, running, folder } = await findInstallation(options.data);
  const keysFile = environment.KEYS_FILE ?? running?.keysFile ?? folder.keys;
  const ring = parseKeyRing(await readFile(keysFile, 'utf8'));
  const result = await withDatabase(databaseUrl, async (db) => {
    const book = await ownerOfBook(db.sql, addressBookId);
    if (book === null) return null;
    const { organisationId } = book;
    const rows = readContactsCsv(open(), book.country, leaving.optOuts);
    const now = new Date();
    return importContacts(db, { organisationId, addressBookId, rows, actor: BY, ring, now });
  });
  if (result === null) throw new Failure(`there is no address book ${options.book}`);
  tellImport(result);
}

/** Who is named in the histories of those whom a list says to have left. */
const BY = { kind: 'SYSTEM', name: 'adieu import' } as const;

function uuidOf(book: string): string {
  try {
    return TypeID.fromString(book, 'book').toUUID();
  } catch (cause) {
    throw new Failure(`${book} is no id of an address book: it begins with book_`, { cause });
  }
}
