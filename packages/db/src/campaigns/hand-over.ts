import type { MessageState, RateLimits } from '@adieu/domain';
import { withShortLinks } from '../sms/short-links.sql.ts';
import type { Sql } from '../sql.ts';

export interface ClaimedMessage {
  readonly messageId: string;
  /** Counts this hand-over: 1 at the first. */
  readonly attempts: number;
  readonly address: string;
  readonly language: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** The code of its short link, where the claim asked for links; null where none could be drawn. */
  readonly linkCode?: string | null;
}

export interface Claim {
  readonly campaignId: string;
  readonly limit: number;
  readonly now: Date;
  readonly leaseUntil: Date;
  /** Null or none: as many as asked for. */
  readonly limits?: RateLimits | null;
  /** Whether each message has a short link (SMS). */
  readonly links?: boolean;
}

/**
 * The gate at hand-over: leases up to `limit` queued messages that may be sent now, and stops those that may not
 * (W-2); with rate limits no more than may go at this moment, whoever else sends. Claim only what is handed over at once: until
 * `leaseUntil` each counts as under way. When this throws, nothing was claimed and nothing may be sent.
 */
export async function claimMessages(sql: Sql, claim: Claim): Promise<ClaimedMessage[]> {
  return sql.rows(
    `SELECT message_id AS "messageId", attempts, address, language, fields FROM claim_messages($1, $2, $3, $4, $5)`,
    [claim.campaignId, claim.limit, claim.now, claim.leaseUntil, limitsOf(claim)],
  );
}

function limitsOf({ limits }: Claim): string | null {
  return limits ? JSON.stringify(limits) : null;
}

export interface HandOverResult {
  readonly messageId: string;
  /** QUEUED, or HELD where it was held before = try again at `dueAt`. */
  readonly state: Extract<MessageState, 'SENT' | 'FAILED' | 'UNKNOWN' | 'QUEUED' | 'HELD'>;
  /** What the mail server or the gateway said, without addresses. */
  readonly outcome: string | null;
  readonly dueAt: Date | null;
  /** By what its gateway tells of it (SMS). */
  readonly taken?: { readonly gateway: string; readonly gatewayId: string; readonly parts: number };
}

function columnsOf(results: readonly HandOverResult[]): unknown[] {
  return [
    results.map((r) => r.messageId),
    results.map((r) => r.state),
    results.map((r) => r.outcome),
    results.map((r) => r.dueAt),
  ];
}

/** What gateways took, as JSON; null where it is none. */
function takenOf(results: readonly HandOverResult[]): string | null {
  const taken = results.flatMap(({ messageId, taken: by }) =>
    by === undefined
      ? []
      : [{ message_id: messageId, gateway: by.gateway, gateway_id: by.gatewayId, parts: by.parts }],
  );
  return taken.length === 0 ? null : JSON.stringify(taken);
}

/** Writes how hand-overs ended. A message whose lease ran out (UNKNOWN) is set right when its answer comes after all. */
export async function finishMessages(
  sql: Sql,
  results: readonly HandOverResult[],
  now: Date,
): Promise<void> {
  if (results.length === 0) return;
  await sql.rows('SELECT finish_messages($1, $2, $3, $4, $5, $6)', [
    ...columnsOf(results),
    now,
    takenOf(results),
  ]);
}

/** Both in one commit: what ended makes room for what is claimed. When this throws, neither was done. */
export async function finishAndClaim(
  sql: Sql,
  results: readonly HandOverResult[],
  claim: Claim,
): Promise<ClaimedMessage[]> {
  return sql.rows(claim.links ? withShortLinks(FINISH_AND_CLAIM, '$7') : FINISH_AND_CLAIM, [
    ...columnsOf(results),
    claim.campaignId,
    claim.limit,
    claim.now,
    claim.leaseUntil,
    limitsOf(claim),
    takenOf(results),
  ]);
}

const FINISH_AND_CLAIM = `
  SELECT message_id AS "messageId", attempts, address, language, fields
  FROM finish_and_claim($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** Leases that ran out belong to a sender that died in mid-air: nobody knows, so they are never sent again. */
export async function expireLeases(sql: Sql, campaignId: string, now: Date): Promise<number> {
  const rows = await sql.rows(
    `UPDATE message SET state = 'UNKNOWN', outcome = 'the hand-over was cut off', lease_until = NULL, throttled_domain = '', changed_at = $2
     WHERE campaign_id = $1 AND state = 'HANDING_OVER' AND lease_until <= $2 RETURNING 1`,
    [campaignId, now],
  );
  return rows.length;
}

/** Whether a message of a campaign that is being sent waits for its hand-over now. */
export async function queuedIsDue(sql: Sql, campaignId: string, now: Date): Promise<boolean> {
  const rows = await sql.rows(
    `SELECT 1 FROM message m JOIN campaign c ON c.id = m.campaign_id
     WHERE m.campaign_id = $1 AND m.state = 'QUEUED' AND m.due_at <= $2 AND c.state = 'SENDING' LIMIT 1`,
    [campaignId, now],
  );
  return rows.length > 0;
}

/** What is left to do: when the next queued message is due, and when the last lease ends. */
export async function openWork(
  sql: Sql,
  campaignId: string,
): Promise<{ queued: number; leased: number; nextDueAt: Date | null; lastLease: Date | null }> {
  const [row] = await sql.rows<{
    queued: number;
    leased: number;
    nextDueAt: Date | null;
    lastLease: Date | null;
  }>(
    `SELECT count(*) FILTER (WHERE state = 'QUEUED')::int AS queued,
       count(*) FILTER (WHERE state = 'HANDING_OVER')::int AS leased,
       min(due_at) FILTER (WHERE state = 'QUEUED') AS "nextDueAt", max(lease_until) AS "lastLease"
     FROM message WHERE campaign_id = $1 AND state IN ('QUEUED', 'HANDING_OVER')`,
    [campaignId],
  );
  return row!;
}
