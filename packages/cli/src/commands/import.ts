import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { importContacts, ownerOfBook } from '@adieu/db';
import { readContactsCsv } from '@adieu/intake';
import { parseKeyRing } from '@adieu/keys';
import { TypeID } from 'typeid-js';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';

/** Imports a CSV into a book and tells what came of it. Rows that cannot be read cost themselves alone: exit code 1. */
export async function runImport(
  file: string,
  options: { book: string; data: string },
): Promise<void> {
  if (!existsSync(file)) throw new Failure(`there is no file ${file}`);
  const addressBookId = uuidOf(options.book);
  const { databaseUrl, environment, running, folder } = await findInstallation(options.data);
  const keysFile = environment.KEYS_FILE ?? running?.keysFile ?? folder.keys;
  const ring = parseKeyRing(await readFile(keysFile, 'utf8'));
  const result = await withDatabase(databaseUrl, async (db) => {
    const book = await ownerOfBook(db.sql, addressBookId);
    if (book === null) return null;
    const { organisationId } = book;
    const rows = readContactsCsv(createReadStream(file), book.country);
    return importContacts(db, { organisationId, addressBookId, rows, ring, now: new Date() });
  });
  if (result === null) throw new Failure(`there is no address book ${options.book}`);
  const { created, updated, stillOptedOut, rejected, rejectedCount } = result;
  for (const { line, field, message } of rejected)
    console.error(`line ${line}${field === null ? '' : `, ${field}`}: ${message}`);
  console.log(
    `${created} new, ${updated} known before; ${stillOptedOut} of them stay opted out; ${rejectedCount} rows not taken`,
  );
  if (rejectedCount > 0) process.exitCode = 1;
}

function uuidOf(book: string): string {
  try {
    return TypeID.fromString(book, 'book').toUUID();
  } catch (cause) {
    throw new Failure(`${book} is no id of an address book: it begins with book_`, { cause });
  }
}
