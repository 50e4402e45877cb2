import type { Attribution, Channel } from '@adieu/domain';
import type { Sql } from '../sql.ts';

export interface LatestSend {
  readonly messageId: string;
  readonly campaignId: string;
  readonly accountId: string;
  /** Null where the address was written to by hand. */
  readonly addressBookId: string | null;
  readonly attribution: Attribution;
  readonly at: Date;
}

/**
 * The last message that went, or may have gone, to an address (A8): what a bare STOP without a keyword is about. Its id is
 * the target that recordOptOut takes. Null where nothing was ever sent there.
 */
export async function latestSend(
  sql: Sql,
  query: { organisationId: string; channel: Channel; addressKey: Buffer },
): Promise<LatestSend | null> {
  const [row] = await sql.rows<LatestSend>(
    `SELECT message_id AS "messageId", campaign_id AS "campaignId", account_id AS "accountId",
       address_book_id AS "addressBookId", attribution, at
     FROM latest_send($1, $2, $3)`,
    [query.organisationId, query.channel, query.addressKey],
  );
  return row ?? null;
}
