import type { Sql } from '../sql.ts';
import type { Sender } from './sender.entity.ts';
import { SENDER_COLUMNS } from './sender-columns.sql.ts';

/** A sender of this organisation, archived ones too; null where there is none. */
export async function findSender(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<Sender | null> {
  const [row] = await sql.rows<Sender>(
    `SELECT ${SENDER_COLUMNS} FROM sender s JOIN account a ON a.id = s.account_id
     WHERE a.organisation_id = $1 AND a.deleted_at IS NULL AND s.id = $2`,
    [organisationId, id],
  );
  return row ?? null;
}

/** What these accounts send from: by account, e-mail first, the default of a channel before the others, then the oldest. */
export async function sendersOfAccounts(
  sql: Sql,
  accountIds: readonly string[],
  archivedToo: boolean,
): Promise<Sender[]> {
  return sql.rows(
    `SELECT ${SENDER_COLUMNS} FROM sender s
     WHERE s.account_id = ANY ($1::uuid[]) AND ($2 OR s.archived_at IS NULL)
     ORDER BY s.account_id, s.channel, s.is_default DESC, s.id`,
    [accountIds, archivedToo],
  );
}

/** What mails and SMS of these books go out from: chosen, or else their account's default. */
export async function sendersOfBooks(
  sql: Sql,
  addressBookIds: readonly string[],
): Promise<(Sender & { readonly addressBookId: string })[]> {
  return sql.rows(
    `SELECT b.id AS "addressBookId", ${SENDER_COLUMNS}
     FROM address_book b CROSS JOIN (VALUES ('EMAIL'), ('SMS')) h(channel)
     JOIN sender s ON s.id = sender_for(b.account_id, b.id, h.channel)
     WHERE b.id = ANY ($1::uuid[]) ORDER BY b.id, h.channel`,
    [addressBookIds],
  );
}

/** What these campaigns go out from. */
export async function sendersOfCampaigns(
  sql: Sql,
  campaignIds: readonly string[],
): Promise<(Sender & { readonly campaignId: string })[]> {
  return sql.rows(
    `SELECT c.id AS "campaignId", ${SENDER_COLUMNS}
     FROM campaign c JOIN sender s ON s.id = campaign_sender(c.id) WHERE c.id = ANY ($1::uuid[])`,
    [campaignIds],
  );
}
