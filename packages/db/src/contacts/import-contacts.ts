import type { Channel } from '@adieu/domain';
import { addressKey, type KeyRing } from '@adieu/keys';
import type { Database } from '../database.ts';
import type { Sql } from '../sql.ts';
import type { ContactRow, RejectedRow } from './contact-row.ts';

export interface ContactsImport {
  /** Contacts that the book did not have. */
  readonly created: number;
  /** Contacts that it had, with their fields as the file says now. */
  readonly updated: number;
  /** Of these, how many stay opted out or paused for this book: an import never revives (F9). */
  readonly stillOptedOut: number;
  readonly rejected: readonly RejectedRow[];
}

const BATCH_ROWS = 2_000;
/** Reported rows are bounded, or a file of garbage would fill the memory with complaints. */
export const MOST_REJECTED_ROWS_REPORTED = 1_000;

/**
 * Adds the rows of a list to a book, in transactions of 2,000 rows; importing the same list twice changes nothing.
 * Good rows are kept and bad ones reported with their line. Null where the organisation has no such book.
 */
export async function importContacts(
  db: Database,
  input: {
    readonly organisationId: string;
    readonly addressBookId: string;
    /** Of all its addresses. */
    readonly channel: Channel;
    /** As a reader gives them: good rows, and bad ones with what is wrong. */
    readonly rows: AsyncIterable<ContactRow | RejectedRow> | Iterable<ContactRow>;
    readonly ring: KeyRing;
  },
): Promise<ContactsImport | null> {
  const [book] = await db.sql.rows(
    `SELECT 1 FROM address_book b JOIN account a ON a.id = b.account_id
     WHERE b.id = $1 AND a.organisation_id = $2 AND b.archived_at IS NULL AND a.archived_at IS NULL`,
    [input.addressBookId, input.organisationId],
  );
  if (book === undefined) return null;
  const totals = { created: 0, updated: 0, stillOptedOut: 0, rejected: [] as RejectedRow[] };
  let batch = new Map<string, { row: ContactRow; key: Buffer }>();
  const flush = async (): Promise<void> => {
    const counts = await db.transaction((sql) => mergeBatch(sql, input, [...batch.values()]));
    totals.created += counts.created;
    totals.updated += counts.updated;
    totals.stillOptedOut += counts.stillOptedOut;
    batch = new Map();
  };
  for await (const row of input.rows) {
    if ('message' in row) {
      if (totals.rejected.length < MOST_REJECTED_ROWS_REPORTED) totals.rejected.push(row);
      continue;
    }
    const key = addressKey(input.ring, input.channel, row.address);
    batch.set(key.toString('base64'), { row, key });
    if (batch.size >= BATCH_ROWS) await flush();
  }
  if (batch.size > 0) await flush();
  // A parser reads ahead, so a row that is no CSV may be told of before an earlier one with a bad address.
  totals.rejected.sort((a, b) => a.line - b.line);
  return totals;
}

async function mergeBatch(
  sql: Sql,
  input: { organisationId: string; addressBookId: string; channel: Channel },
  batch: readonly { row: ContactRow; key: Buffer }[],
): Promise<{ created: number; updated: number; stillOptedOut: number }> {
  // In order of key, so that two imports at once wait for each other instead of deadlocking.
  const rows = [...batch].sort((a, b) => Buffer.compare(a.key, b.key));
  const [counts] = await sql.rows<{ created: number; updated: number; stillOptedOut: number }>(
    MERGE,
    [
      input.organisationId,
      input.addressBookId,
      input.channel,
      rows.map(({ key }) => key),
      rows.map(({ row }) => row.address),
      rows.map(({ row }) => row.language),
      rows.map(({ row }) => JSON.stringify(row.fields)),
    ],
  );
  return counts!;
}

const MERGE = `
  WITH input AS (
    SELECT * FROM unnest($4::bytea[], $5::text[], $6::text[], $7::jsonb[]) AS i(address_key, address, language, fields)
  ), known AS (
    INSERT INTO recipient AS r (organisation_id, channel, address_key, address)
    SELECT $1, $3, address_key, address FROM input
    ON CONFLICT (organisation_id, channel, address_key) DO UPDATE SET address = coalesce(r.address, excluded.address)
    RETURNING id, address_key
  ), merged AS (
    INSERT INTO contact AS k (address_book_id, recipient_id, language, fields)
    SELECT $2, n.id, i.language, i.fields FROM input i JOIN known n USING (address_key)
    ON CONFLICT (address_book_id, recipient_id)
    DO UPDATE SET language = coalesce(excluded.language, k.language), fields = k.fields || excluded.fields, removed_at = NULL
    RETURNING recipient_id, (xmax = 0) AS created
  ), stopped AS (
    SELECT count(*)::int AS n FROM known n, address_book b, account a
    WHERE b.id = $2 AND a.id = b.account_id AND EXISTS (
      SELECT 1 FROM covering_suppressions(n.address_key, CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END,
        $3, b.purpose, a.organisation_id, a.id, b.id, NULL))
  )
  SELECT count(*) FILTER (WHERE created)::int AS created, count(*) FILTER (WHERE NOT created)::int AS updated,
    (SELECT n FROM stopped) AS "stillOptedOut"
  FROM merged`;
