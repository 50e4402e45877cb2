import type { Language, Mailbox } from '@adieu/domain';
import { inReach, KNOWS } from '../members/reach.sql.ts';
import { ACCOUNT_ZONE } from '../organisation/account-zone.sql.ts';
import { MAILBOX } from '../senders/mailbox.sql.ts';
import type { Sql } from '../sql.ts';

export interface WeeklyReportKey {
  readonly accountId: string;
  readonly memberId: string;
  /** The Monday that the week begins with, `2026-11-23`; UTC. */
  readonly week: string;
}

/** The week before the one of `now`, for three days: who gets it later has seen the next one soon. */
const LAST_WEEK = `date_trunc('week', $1::timestamptz, 'UTC') - interval '7 days'`;

/** Whom to mail the figures of last week: the members who want it and have a role there, of accounts that released campaigns in it. */
export async function weeklyReportsDue(
  sql: Sql,
  now: Date,
  limit: number,
): Promise<WeeklyReportKey[]> {
  return sql.rows(
    `SELECT a.id AS "accountId", p.id AS "memberId", to_char(w.week AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS week
     FROM (SELECT ${LAST_WEEK} AS week) w
     JOIN account a ON EXISTS (SELECT FROM campaign_figures f WHERE f.account_id = a.id
       AND f.released_at >= w.week AND f.released_at < w.week + interval '7 days' AND f.sent > 0)
     JOIN member p ON p.organisation_id = a.organisation_id AND p.weekly_report
     CROSS JOIN LATERAL (SELECT ${KNOWS('p.id')} AS accounts) k
     WHERE ${inReach('k.accounts', 'a.id')} AND $1::timestamptz < w.week + interval '10 days' AND NOT EXISTS (SELECT FROM weekly_report r
       WHERE r.account_id = a.id AND r.week = (w.week AT TIME ZONE 'UTC')::date AND r.member_id = p.id)
     ORDER BY a.id, p.id LIMIT $2`,
    [now, limit],
  );
}

export interface ClaimedWeeklyReport {
  readonly id: string;
  readonly accountName: string;
  readonly organisationName: string;
  readonly from: Mailbox | null;
  readonly accountTimeZone: string;
  readonly email: string;
  readonly language: Language;
}

/** Claims one mail, so that nobody gets it twice; null where it is another's, or the person is gone or wants none. */
export async function claimWeeklyReport(
  sql: Sql,
  { accountId, memberId, week }: WeeklyReportKey,
  now: Date,
): Promise<ClaimedWeeklyReport | null> {
  const [row] = await sql.rows<ClaimedWeeklyReport>(
    `WITH claimed AS (
       INSERT INTO weekly_report (account_id, week, member_id, claimed_at)
       SELECT $1, $2::date, p.id, $4 FROM member p
       CROSS JOIN LATERAL (SELECT ${KNOWS('p.id')} AS accounts) k
       WHERE p.id = $3 AND p.weekly_report AND ${inReach('k.accounts', '$1::uuid')}
       ON CONFLICT DO NOTHING RETURNING *
     )
     SELECT r.id, a.name AS "accountName", o.name AS "organisationName", ${MAILBOX('a.id')} AS "from", ${ACCOUNT_ZONE('a')} AS "accountTimeZone",
       p.email, p.language
     FROM claimed r JOIN account a ON a.id = r.account_id JOIN organisation o ON o.id = a.organisation_id
     JOIN member p ON p.id = r.member_id`,
    [accountId, week, memberId, now],
  );
  return row ?? null;
}

/** The mail server took it over. */
export async function markWeeklyReportSent(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.rows('UPDATE weekly_report SET sent_at = $2 WHERE id = $1', [id, now]);
}

/** It surely did not leave: the next run tries again. */
export async function releaseWeeklyReport(sql: Sql, id: string): Promise<void> {
  await sql.rows('DELETE FROM weekly_report WHERE id = $1 AND sent_at IS NULL', [id]);
}

export interface WeekOfCampaign {
  readonly name: string;
  readonly sent: number;
  readonly optOuts: number;
  readonly complaints: number;
}

/** An account's campaigns that were released in a week, those sent to most people first. */
export async function campaignsOfWeek(
  sql: Sql,
  { accountId, week }: Pick<WeeklyReportKey, 'accountId' | 'week'>,
): Promise<WeekOfCampaign[]> {
  return sql.rows(
    `SELECT c.name, f.sent, f.opt_outs AS "optOuts", f.complaints
     FROM campaign_figures f JOIN campaign c ON c.id = f.campaign_id
     WHERE f.account_id = $1 AND f.released_at >= $2::date::timestamp AT TIME ZONE 'UTC'
       AND f.released_at < ($2::date + 7)::timestamp AT TIME ZONE 'UTC' AND f.sent > 0
     ORDER BY f.sent DESC, c.id`,
    [accountId, week],
  );
}

/** Whether a member wants the mail of each week; theirs to say, by the link that was mailed to them. */
export async function setWeeklyReport(sql: Sql, memberId: string, wanted: boolean): Promise<void> {
  await sql.rows('UPDATE member SET weekly_report = $2 WHERE id = $1', [memberId, wanted]);
}

export async function wantsWeeklyReport(sql: Sql, memberId: string): Promise<boolean> {
  const [row] = await sql.rows<{ wanted: boolean }>(
    'SELECT weekly_report AS wanted FROM member WHERE id = $1',
    [memberId],
  );
  return row?.wanted ?? false;
}
