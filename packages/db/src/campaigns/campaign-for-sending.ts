import type { CampaignContent, CampaignState, CompiledContent, Purpose } from '@adieu/domain';
import type { SenderForm } from '@adieu/keys';
import type { Sql } from '../sql.ts';

/** What the sender needs to know once for all messages of a campaign. */
export interface CampaignForSending {
  readonly campaignId: string;
  readonly state: CampaignState;
  readonly name: string;
  readonly content: CampaignContent;
  /** As it was released; null of a draft. */
  readonly compiled: CompiledContent | null;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly accountId: string;
  readonly accountName: string;
  /** Of the account (ISO 3166); null where none is named. */
  readonly country: string | null;
  /** Null of a draft alone, where its account has nothing to send from on its channel. */
  readonly sender: SenderForm | null;
  /** Where its sender is registered or works, as somebody said; none where nobody did. */
  readonly senderCountries: readonly string[];
  /** Whether its organisation may send from there; true of none. */
  readonly ownsSender: boolean;
  /** Where its account reads answers to mails itself, and Adieu beside it; null = they come to an address of ours. */
  readonly repliesTo: string | null;
  readonly defaultLanguage: string;
  /** Null for a campaign by hand (B6). */
  readonly addressBookId: string | null;
  readonly addressBookName: string | null;
  readonly purpose: Purpose;
  /** Whether its book is exempt from opt-out (A1). */
  readonly exempt: boolean;
  /** Account, book or topic is archived: nothing is sent through it any more. */
  readonly archived: boolean;
  /** Whether the way out is put behind texts of an SMS that say none. */
  readonly addsSmsWayOut: boolean;
  readonly topicId: string | null;
  readonly topicName: string | null;
}

export type SendableCampaign = CampaignForSending & { readonly sender: SenderForm };

/** Whether there is something to send it from. What was released has it (campaign_is_released_from_a_sender). */
export function hasSender(campaign: CampaignForSending): campaign is SendableCampaign {
  return campaign.sender !== null;
}

/** Null where there is no such campaign. */
export async function campaignForSending(
  sql: Sql,
  campaignId: string,
): Promise<CampaignForSending | null> {
  const [row] = await sql.rows<CampaignForSending>(
    `SELECT c.id AS "campaignId", c.state, c.name, c.content, c.compiled,
       o.id AS "organisationId", o.name AS "organisationName", a.id AS "accountId", a.name AS "accountName", a.country,
       CASE WHEN s.id IS NOT NULL THEN
         jsonb_build_object('kind', s.kind, 'name', s.name, 'address', s.address, 'keyword', s.keyword) END AS sender,
       coalesce(s.countries, '{}') AS "senderCountries",
       s.id IS NULL OR owns_sender(o.id, s.kind, s.address, s.keyword_form) AS "ownsSender",
       CASE WHEN a.reads_replies THEN a.reply_address END AS "repliesTo", a.default_language AS "defaultLanguage",
       b.id AS "addressBookId", b.name AS "addressBookName", coalesce(b.purpose, c.purpose) AS purpose,
       b.exempt_since IS NOT NULL AS exempt, coalesce(b.adds_sms_way_out, true) AS "addsSmsWayOut",
       coalesce(a.archived_at, b.archived_at, t.archived_at) IS NOT NULL AS archived, t.id AS "topicId", t.name AS "topicName"
     FROM campaign c
     JOIN account a ON a.id = c.account_id
     JOIN organisation o ON o.id = a.organisation_id
     LEFT JOIN address_book b ON b.id = c.address_book_id
     LEFT JOIN topic t ON t.id = c.topic_id
     LEFT JOIN sender s ON s.id = campaign_sender(c.id)
     WHERE c.id = $1`,
    [campaignId],
  );
  return row ?? null;
}

/**
 * Marks a campaign whose messages are all handed over, stopped, failed or unknown. Repeating changes nothing, nor does
 * it where something is left: it was resumed meanwhile.
 */
export async function finishCampaign(sql: Sql, campaignId: string, now: Date): Promise<void> {
  await sql.rows(
    `UPDATE campaign c SET state = CASE state WHEN 'SENDING' THEN 'SENT' ELSE state END, finished_at = $2
     WHERE c.id = $1 AND c.state IN ('SENDING', 'CANCELLED') AND c.finished_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM message m WHERE m.campaign_id = c.id AND m.state IN ('QUEUED', 'HANDING_OVER'))`,
    [campaignId, now],
  );
}

/** Campaigns released before an instant that should have a workflow running: to be sent, or taken back. */
export async function campaignsBeingSent(sql: Sql, releasedBefore: Date): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `SELECT id FROM campaign WHERE state IN ('SENDING', 'CANCELLED') AND finished_at IS NULL AND released_at < $1`,
    [releasedBefore],
  );
  return rows.map(({ id }) => id);
}
