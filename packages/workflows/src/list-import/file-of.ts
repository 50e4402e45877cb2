import { type ListImport, readListFile, type Sql } from '@adieu/db';
import type { ListFile } from '@adieu/intake';

/** The file of an import, as it lies in the database. */
export function fileOf(sql: Sql, list: ListImport): ListFile {
  const { fileId, fileSize: size, organisationId: whose } = list;
  if (fileId === null) throw new Error('the file of an import is gone');
  return { size, whose, open: () => readListFile(sql, fileId) };
}
