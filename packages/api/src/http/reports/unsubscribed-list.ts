import { type DatabaseAccess, readUnsubscribed, type UnsubscribedOf } from '@adieu/db';
import type { RowOut } from '@adieu/intake';

export const UNSUBSCRIBED_COLUMNS = [
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
] as const;

/** Who is unsubscribed and why, the newest first (F6). */
export async function* unsubscribedRows(
  db: DatabaseAccess,
  organisationId: string,
  of: UnsubscribedOf,
): AsyncGenerator<readonly RowOut[], void> {
  for await (const batch of readUnsubscribed(db, organisationId, of))
    yield batch.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString() : cell)));
}
