import { readFile } from 'node:fs/promises';
import { type BookOwner, type Database, ownerOfBook } from '@adieu/db';
import { type KeyRing, parseKeyRing } from '@adieu/keys';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';
import { uuidOf } from './uuid-of.ts';

/** A book of the installation, with what its addresses are read with. */
interface OpenBook {
  readonly db: Database;
  readonly book: BookOwner;
  readonly ring: KeyRing;
}

/** Does the work on the book that was named by its public id, `book_…`; fails where there is none. */
export async function withBook<T>(
  { book: id, data }: { readonly book: string; readonly data: string },
  work: (open: OpenBook) => Promise<T>,
): Promise<T> {
  const uuid = uuidOf('book', 'an address book', id);
  const { databaseUrl, environment, running, folder } = await findInstallation(data);
  const keysFile = environment.KEYS_FILE ?? running?.keysFile ?? folder.keys;
  const ring = parseKeyRing(await readFile(keysFile, 'utf8'));
  return withDatabase(databaseUrl, async (db) => {
    const book = await ownerOfBook(db.sql, uuid);
    if (book === null) throw new Failure(`there is no address book ${id}`);
    return work({ db, book, ring });
  });
}
