import type { MessageState } from '@adieu/domain';
import type { Sql } from '../sql.ts';

export interface CampaignProgress {
  readonly byState: Readonly<Record<MessageState, number>>;
  /** How many the gate stopped, by reason (N3). */
  readonly stoppedBecause: readonly { readonly reason: string; readonly count: number }[];
}

/** How far a campaign is, in messages. */
export async function campaignProgress(sql: Sql, campaignId: string): Promise<CampaignProgress> {
  const rows = await sql.rows<{ state: MessageState; reason: string | null; count: number }>(
    `SELECT state, CASE WHEN state = 'STOPPED' THEN stopped_by END AS reason, count(*)::int AS count
     FROM message WHERE campaign_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
    [campaignId],
  );
  const byState = {
    QUEUED: 0,
    HANDING_OVER: 0,
    HELD: 0,
    SENT: 0,
    STOPPED: 0,
    FAILED: 0,
    UNKNOWN: 0,
  };
  for (const row of rows) byState[row.state] += row.count;
  return {
    byState,
    stoppedBecause: rows
      .filter((row) => row.reason !== null)
      .map(({ reason, count }) => ({ reason: reason!, count })),
  };
}

export interface FailedMessage {
  readonly messageId: string;
  readonly recipientId: string;
  readonly state: Extract<MessageState, 'FAILED' | 'UNKNOWN'>;
  readonly outcome: string | null;
  readonly attempts: number;
  readonly changedAt: Date;
}

/** Messages that did not get through, or nobody knows whether they did. */
export async function failedMessages(
  sql: Sql,
  campaignId: string,
  first: number,
): Promise<FailedMessage[]> {
  return sql.rows(
    `SELECT id AS "messageId", recipient_id AS "recipientId", state, outcome, attempts, changed_at AS "changedAt"
     FROM message WHERE campaign_id = $1 AND state IN ('FAILED', 'UNKNOWN') ORDER BY id LIMIT $2`,
    [campaignId, first],
  );
}
