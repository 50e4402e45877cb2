import { type Database, readUnsubscribed, type UnsubscribedOf } from '@adieu/db';
import { csvLine } from '../audience/csv.ts';

const COLUMNS = [
  'address',
  'channel',
  'state',
  'since',
  'scopeKind',
  'scope',
  'method',
  'campaign',
  'reason',
  'text',
] as const;

/** Who is unsubscribed and why as CSV, the newest first (F6). */
export async function* unsubscribedCsv(
  db: Database,
  organisationId: string,
  of: UnsubscribedOf,
): AsyncGenerator<string, void> {
  yield csvLine(COLUMNS);
  for await (const batch of readUnsubscribed(db, organisationId, of))
    yield batch
      .map((row) => ({ ...row, since: row.since.toISOString() }))
      .map((row) => csvLine(COLUMNS.map((column) => row[column])))
      .join('');
}
