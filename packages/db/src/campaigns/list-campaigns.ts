import type { ShownCampaignState } from '@adieu/domain';
import type { Campaign } from './campaign.entity.ts';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';

const COLUMNS = `
  id, organisation_id AS "organisationId", account_id AS "accountId", address_book_id AS "addressBookId",
  attribution, purpose, topic_id AS "topicId", name, channel, content, audience,
  sender_id AS "senderId", state, created_at AS "createdAt", created_by AS "createdBy",
  released_at AS "releasedAt", send_at AS "sendAt", finished_at AS "finishedAt", changed_at AS "changedAt", changed_by AS "changedBy",
  paused_because AS "pausedBecause"`;

/** What is null does not matter. */
export interface CampaignFilter {
  readonly accountId: string | null;
  readonly addressBookId: string | null;
  /** As people call them. */
  readonly states: readonly ShownCampaignState[] | null;
  readonly now: Date;
}

/** One page of an organisation's campaigns, the newest first. */
export async function listCampaigns(
  sql: Sql,
  organisationId: string,
  page: { filter: CampaignFilter; first: number; after: string | null },
): Promise<Listed<Campaign>> {
  const { accountId, addressBookId, states, now } = page.filter;
  const rows = await sql.rows<Campaign>(
    `SELECT ${COLUMNS} FROM campaign
     WHERE organisation_id = $1 AND ($2::uuid IS NULL OR id < $2)
       AND ($4::uuid IS NULL OR account_id = $4) AND ($5::uuid IS NULL OR address_book_id = $5)
       AND ($6::text[] IS NULL OR CASE WHEN state = 'SENDING' AND send_at > $7 THEN 'SCHEDULED' ELSE state END = ANY ($6))
     ORDER BY id DESC LIMIT $3`,
    [organisationId, page.after, page.first + 1, accountId, addressBookId, states, now],
  );
  return listedOf(rows, page.first);
}

/** Campaigns of this organisation by id; ids of others are simply not among the answers. */
export async function findCampaigns(
  sql: Sql,
  organisationId: string,
  ids: readonly string[],
): Promise<Campaign[]> {
  return sql.rows(
    `SELECT ${COLUMNS} FROM campaign WHERE organisation_id = $1 AND id = ANY ($2::uuid[])`,
    [organisationId, ids],
  );
}
