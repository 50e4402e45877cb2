import type { Sql } from '../sql.ts';

/** As whom a preview or a test mail of a campaign is filled. */
export interface PreviewReader {
  readonly contactId: string;
  readonly address: string;
  /** What they chose, else their contact's; null = the campaign's own. */
  readonly language: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * A contact of the campaign's account, by id or by address; of one address that is in several books, the one in the
 * campaign's own. Null where there is none: somebody else's, removed and erased ones are as if they were not there.
 */
export async function previewReader(
  sql: Sql,
  campaignId: string,
  who: { readonly contactId: string } | { readonly addressKey: Buffer },
): Promise<PreviewReader | null> {
  const [row] = await sql.rows<PreviewReader>(
    'contactId' in who
      ? `${READER} AND k.contact_id = $2`
      : `${READER} AND r.address_key = $2 ${NEAREST}`,
    [campaignId, 'contactId' in who ? who.contactId : who.addressKey],
  );
  return row ?? null;
}

const READER = `
  SELECT k.contact_id AS "contactId", r.address, coalesce(p.language, k.language) AS language, k.fields
  FROM campaign c
  JOIN address_book b ON b.account_id = c.account_id
  JOIN book_address k ON k.address_book_id = b.id AND k.channel = c.channel
  JOIN recipient r ON r.id = k.recipient_id
  LEFT JOIN recipient_preference p ON p.recipient_id = r.id AND p.account_id = c.account_id
  WHERE c.id = $1 AND r.address IS NOT NULL`;
const NEAREST = 'ORDER BY (b.id = c.address_book_id) DESC NULLS LAST, k.contact_id LIMIT 1';
