import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { type BookOwner, type Database, recordConsents, storeEvidence } from '@adieu/db';
import { CLAIM_REFUSALS } from '@adieu/domain';
import { type ConsentRow, readConsents } from '@adieu/intake';
import { consentDeclaration, DECLARATION_VERSION } from '@adieu/messages';
import { Failure } from '../failure.ts';
import { openList } from './open-list.ts';
import { rows as rowsOf, tellRow } from './tell-import.ts';
import { withBook } from './with-book.ts';

export interface ImportConsentsOptions {
  readonly book: string;
  readonly by: string;
  readonly evidence?: string;
  readonly encoding?: string;
  readonly data: string;
}

const BATCH = 500;
const TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.txt': 'text/plain',
  '.eml': 'message/rfc822',
};

/** Records the consents of a list for a book, in transactions of 500 rows (E5). Rows that are not taken: exit code 1. */
export async function runImportConsents(
  path: string,
  options: ImportConsentsOptions,
): Promise<void> {
  const { file, shape } = await openList(path, options.encoding);
  const counts = { RECORDED: 0, DOUBLE_OPT_IN_STARTED: 0, DOUBLE_OPT_IN_LIMITED: 0 };
  let rejected = 0;
  const reject = (line: number, message: string, field: string | null = null): void => {
    rejected += 1;
    console.error(tellRow({ line, field, message }));
  };
  await withBook(options, async ({ db, book, ring }) => {
    const evidenceSha256 = await keepEvidence(db, book.organisationId, options);
    let batch: ConsentRow[] = [];
    const flush = async (): Promise<void> => {
      const rows = batch.splice(0);
      const results = await db.transaction((sql) =>
        recordConsents(sql, {
          organisationId: book.organisationId,
          items: rows.map((row) => itemOf(book, row, evidenceSha256)),
          actor: { kind: 'SYSTEM', name: options.by },
          now: new Date(),
        }),
      );
      for (const [i, result] of results.entries()) {
        if ('outcome' in result) counts[result.outcome] += 1;
        else if (result.refused in CLAIM_REFUSALS)
          reject(
            rows[i]!.line,
            CLAIM_REFUSALS[result.refused as keyof typeof CLAIM_REFUSALS].message,
          );
        else reject(rows[i]!.line, result.refused);
      }
    };
    for await (const row of readConsents(file, shape, { ring, country: book.country })) {
      if ('message' in row) reject(row.line, row.message, row.field);
      else batch.push(row);
      if (batch.length >= BATCH) await flush();
    }
    await flush();
  });
  console.log(
    `${counts.RECORDED} recorded; ${counts.DOUBLE_OPT_IN_STARTED} had left before and get a mail, ` +
      `${counts.DOUBLE_OPT_IN_LIMITED} of those got one lately; ${rowsOf(rejected)} not taken`,
  );
  if (rejected > 0) process.exitCode = 1;
}

async function keepEvidence(
  db: Database,
  organisationId: string,
  { evidence, by }: ImportConsentsOptions,
): Promise<string | null> {
  if (evidence === undefined) return null;
  const mediaType = TYPES[extname(evidence).toLowerCase()] ?? 'unknown';
  const content = await readFile(evidence);
  const file = {
    organisationId,
    name: basename(evidence),
    mediaType,
    content,
    by,
    now: new Date(),
  };
  const stored = await storeEvidence(db.sql, file);
  if ('refused' in stored) throw new Failure(`${evidence} is not kept: ${stored.refused}`);
  return stored.sha256;
}

function itemOf(book: BookOwner, row: ConsentRow, evidenceSha256: string | null) {
  return {
    ...row,
    scope: { kind: 'BOOK' as const, id: book.id },
    evidenceSha256,
    declaration: (name: string) =>
      consentDeclaration(row.language, book.organisationName, { kind: 'BOOK', name }),
    declarationVersion: DECLARATION_VERSION,
  };
}
