import type { Purpose } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** What of a campaign the gate asks for. */
export interface CampaignWay {
  readonly organisationId: string;
  readonly accountId: string;
  readonly listId: string;
  readonly addressBookId: string | null;
  readonly topicId: string | null;
  readonly purpose: Purpose;
  readonly archived: boolean;
  readonly shortCode: string | null;
}

/** Read first: as values of the whole query the gate can be joined by hash, as columns it is asked for each contact. */
export async function campaignWay(sql: Sql, campaignId: string): Promise<CampaignWay | null> {
  const [way] = await sql.rows<CampaignWay>(
    `SELECT organisation_id AS "organisationId", account_id AS "accountId", list_id AS "listId",
       address_book_id AS "addressBookId", topic_id AS "topicId", purpose, archived, short_code AS "shortCode"
     FROM campaign_way WHERE campaign_id = $1`,
    [campaignId],
  );
  return way ?? null;
}

/** As the last of the gate takes them, in its order. */
export function gateArguments(way: CampaignWay): unknown[] {
  const { organisationId, accountId, listId, addressBookId, topicId } = way;
  return [
    organisationId,
    accountId,
    listId,
    addressBookId,
    topicId,
    way.purpose,
    way.archived,
    way.shortCode,
  ];
}
