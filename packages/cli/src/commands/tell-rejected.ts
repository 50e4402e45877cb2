import { type Database, firstRemarks, readRejected, type Sql } from '@adieu/db';
import { csvLine } from '@adieu/intake';

const MOST_TOLD = 20;

/** The first rows that are not taken, and the first of what else is to be told. */
export async function tellRemarks(sql: Sql, importId: string): Promise<void> {
  for (const rejected of [true, false])
    for (const { place, field, reason, remedy } of await firstRemarks(sql, importId, {
      rejected,
      first: MOST_TOLD,
    }))
      console.error(
        `${place}${field === null ? '' : `, ${field}`}: ${reason}${remedy === null ? '' : ` (${remedy})`}`,
      );
}

/** All rows that are not taken, as CSV. */
export async function rejectedCsv(db: Database, importId: string): Promise<string> {
  const lines = [csvLine(['place', 'column', 'value', 'reason', 'remedy'])];
  for await (const batch of readRejected(db, importId)) lines.push(...batch.map(csvLine));
  return lines.join('');
}
