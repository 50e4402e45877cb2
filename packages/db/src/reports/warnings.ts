import type { Language, Mailbox, WarningKind } from '@adieu/domain';
import { inReach, KNOWS } from '../members/reach.sql.ts';
import { MAILBOX } from '../senders/mailbox.sql.ts';
import type { Sql } from '../sql.ts';

export interface CampaignWarning {
  readonly kind: WarningKind;
  readonly raisedAt: Date;
  readonly sent: number;
  /** Those who left, or complained. */
  readonly counted: number;
  /** The account's mean opt-out rate before; null where there was none yet, and for complaints. */
  readonly usual: number | null;
}

/** What a campaign warned of, the first first. */
export async function warningsOfCampaign(sql: Sql, campaignId: string): Promise<CampaignWarning[]> {
  return sql.rows(
    `SELECT kind, raised_at AS "raisedAt", sent, counted, usual FROM campaign_warning
     WHERE campaign_id = $1 ORDER BY raised_at, kind`,
    [campaignId],
  );
}

export interface WarningMailKey {
  readonly campaignId: string;
  readonly kind: WarningKind;
  readonly memberId: string;
}

/** Warnings of the last week that a member with a role in the campaign's account was not told of. */
export async function warningMailsDue(
  sql: Sql,
  now: Date,
  limit: number,
): Promise<WarningMailKey[]> {
  return sql.rows(
    `SELECT w.campaign_id AS "campaignId", w.kind, p.id AS "memberId"
     FROM campaign_warning w JOIN campaign c ON c.id = w.campaign_id
     JOIN member p ON p.organisation_id = c.organisation_id
     CROSS JOIN LATERAL (SELECT ${KNOWS('p.id')} AS accounts) r
     WHERE ${inReach('r.accounts', 'c.account_id')} AND w.raised_at > $1::timestamptz - interval '7 days' AND NOT EXISTS (SELECT FROM campaign_warning_mail m
       WHERE m.campaign_id = w.campaign_id AND m.kind = w.kind AND m.member_id = p.id)
     ORDER BY w.raised_at, w.campaign_id, w.kind, p.id LIMIT $2`,
    [now, limit],
  );
}

export interface ClaimedWarningMail extends CampaignWarning {
  readonly campaignName: string;
  readonly accountName: string;
  readonly organisationName: string;
  /** `Name <address>` of the campaign's account. */
  readonly from: Mailbox | null;
  readonly email: string;
  readonly language: Language;
}

/** Claims one mail, so that nobody is told twice of the same; null where it is another's or the person is gone. */
export async function claimWarningMail(
  sql: Sql,
  { campaignId, kind, memberId }: WarningMailKey,
  now: Date,
): Promise<ClaimedWarningMail | null> {
  const [row] = await sql.rows<ClaimedWarningMail>(
    `WITH claimed AS (
       INSERT INTO campaign_warning_mail (campaign_id, kind, member_id, claimed_at)
       SELECT $1, $2, p.id, $4 FROM member p JOIN campaign c ON c.id = $1
       CROSS JOIN LATERAL (SELECT ${KNOWS('p.id')} AS accounts) r
       WHERE p.id = $3 AND ${inReach('r.accounts', 'c.account_id')} ON CONFLICT DO NOTHING RETURNING *
     )
     SELECT w.kind, w.raised_at AS "raisedAt", w.sent, w.counted, w.usual, c.name AS "campaignName",
       a.name AS "accountName", o.name AS "organisationName", ${MAILBOX('a.id')} AS "from", p.email, p.language
     FROM claimed m JOIN campaign_warning w ON w.campaign_id = m.campaign_id AND w.kind = m.kind
     JOIN campaign c ON c.id = w.campaign_id JOIN account a ON a.id = c.account_id
     JOIN organisation o ON o.id = c.organisation_id JOIN member p ON p.id = m.member_id`,
    [campaignId, kind, memberId, now],
  );
  return row ?? null;
}

/** The mail server took it over. */
export async function markWarningMailSent(
  sql: Sql,
  { campaignId, kind, memberId }: WarningMailKey,
  now: Date,
): Promise<void> {
  await sql.rows(
    `UPDATE campaign_warning_mail SET sent_at = $4 WHERE campaign_id = $1 AND kind = $2 AND member_id = $3`,
    [campaignId, kind, memberId, now],
  );
}

/** It surely did not leave: the next run tries again. */
export async function releaseWarningMail(
  sql: Sql,
  { campaignId, kind, memberId }: WarningMailKey,
): Promise<void> {
  await sql.rows(
    `DELETE FROM campaign_warning_mail WHERE campaign_id = $1 AND kind = $2 AND member_id = $3 AND sent_at IS NULL`,
    [campaignId, kind, memberId],
  );
}
