import type { Database } from '@adieu/db';
import { publicId } from '@adieu/domain';
import type { Seed } from '@adieu/testkit/seed';

/** Kinds of ids, each with the ids of an organisation's rows of that kind. */
const ROWS: Readonly<Record<string, string>> = {
  org: 'SELECT id FROM organisation WHERE id = $1',
  account: 'SELECT id FROM account WHERE organisation_id = $1',
  book: 'SELECT b.id FROM address_book b JOIN account a ON a.id = b.account_id WHERE a.organisation_id = $1',
  topic:
    'SELECT t.id FROM topic t JOIN account a ON a.id = t.account_id WHERE a.organisation_id = $1',
  campaign: 'SELECT id FROM campaign WHERE organisation_id = $1',
  recipient: 'SELECT id FROM recipient WHERE organisation_id = $1',
  contact:
    'SELECT k.id FROM contact k JOIN address_book b ON b.id = k.address_book_id JOIN account a ON a.id = b.account_id WHERE a.organisation_id = $1',
  sender:
    'SELECT s.id FROM sender s JOIN account a ON a.id = s.account_id WHERE a.organisation_id = $1',
  key: 'SELECT id FROM api_key WHERE organisation_id = $1',
  member: 'SELECT id FROM member WHERE organisation_id = $1',
  optout: 'SELECT id FROM opt_out_request WHERE organisation_id = $1',
};
export const ID_KINDS = Object.keys(ROWS);

/** One id of each kind, as the API says them. */
export async function idsOf(
  { sql }: Database,
  { organisationId }: Seed,
): Promise<Readonly<Record<string, string>>> {
  const found = await Promise.all(
    Object.entries(ROWS).map(async ([kind, query]) => {
      const [row] = await sql.rows<{ id: string }>(`${query} ORDER BY id LIMIT 1`, [
        organisationId,
      ]);
      if (row === undefined) throw new Error(`the world has no ${kind}`);
      return [kind, publicId(kind, row.id)] as const;
    }),
  );
  return Object.fromEntries(found);
}
