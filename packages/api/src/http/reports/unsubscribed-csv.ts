import { type DatabaseAccess, readUnsubscribed, type UnsubscribedOf } from '@adieu/db';
import { csvLine } from '../csv.ts';

/** Who is unsubscribed and why as CSV, the newest first (F6). */
export async function* unsubscribedCsv(
  db: DatabaseAccess,
  organisationId: string,
  of: UnsubscribedOf,
): AsyncGenerator<string, void> {
  yield csvLine([
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
    'undeliverableSince',
  ]);
  for await (const batch of readUnsubscribed(db, organisationId, of))
    yield batch
      .map((row) => csvLine(row.map((cell) => (cell instanceof Date ? cell.toISOString() : cell))))
      .join('');
}
