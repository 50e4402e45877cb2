import type { RateLimits } from '@adieu/domain';
import { IMPRINT_LINES } from '../brand/imprint-lines.sql.ts';
import { withShortLinks } from '../sms/short-links.sql.ts';
import type { Sql } from '../sql.ts';
import type { Claim, ClaimedMessage } from './hand-over.ts';

/** A message that was held, and the one whose link and addresses the mail that carries it has: its own id where it is this one. */
export interface ClaimedHeld extends ClaimedMessage {
  readonly campaignId: string;
  readonly carriedBy: string;
}

/** What goes by one way: mails, or the SMS of the senders that a gateway carries; with `except` of all senders but those. */
export type Carried =
  | { readonly channel: 'EMAIL' }
  | { readonly channel: 'SMS'; readonly senders: readonly string[]; readonly except: boolean };

interface HeldClaim extends Omit<Claim, 'campaignId' | 'links'> {
  /** Null or none: of whatever is held. */
  readonly carried?: Carried | null;
}

/**
 * The gate for what was held because it came more often than its recipient wants (N12): leases what may go now, of at most
 * `limit` recipients, and stops or puts off the rest. What is carried by one message goes in one mail. When this throws,
 * nothing was claimed and nothing may be sent.
 */
export async function claimHeld(
  sql: Sql,
  { limit, now, leaseUntil, limits, carried }: HeldClaim,
): Promise<ClaimedHeld[]> {
  return sql.rows(CLAIM_HELD, [limit, now, leaseUntil, asJson(limits), asJson(carried)]);
}

function asJson(value: object | null | undefined): string | null {
  return value ? JSON.stringify(value) : null;
}

const CLAIM_HELD = withShortLinks(
  `SELECT message_id AS "messageId", campaign_id AS "campaignId", carried_by AS "carriedBy", attempts, address, language, fields
   FROM claim_held($1, $2, $3, $4, $5)`,
  '$2',
);

/** Whether something is held whose time has come. */
export async function heldIsDue(
  sql: Sql,
  now: Date,
  carried: Carried | null = null,
): Promise<boolean> {
  const rows = await sql.rows(
    `SELECT 1 FROM message m JOIN campaign c ON c.id = m.campaign_id LEFT JOIN sender s ON s.id = c.sender_id
     WHERE m.state = 'HELD' AND m.due_at <= $1 AND c.state IN ('SENDING', 'SENT') AND is_carried($2, c.channel, s.address) LIMIT 1`,
    [now, asJson(carried)],
  );
  return rows.length > 0;
}

/** When something that is held and due may go by the rate limits; `now` or before: at once. Null: nothing is due. */
export async function heldAllowedAt(
  sql: Sql,
  now: Date,
  limits: RateLimits,
  carried: Carried | null = null,
): Promise<Date | null> {
  const [row] = await sql.rows<{ at: Date | null }>('SELECT next_held($1, $2, $3) AS at', [
    now,
    JSON.stringify(limits),
    asJson(carried),
  ]);
  return row!.at;
}

/** Leases of a sweep that died in mid-air: nobody knows, so they are never sent again. Gives how many. */
export async function expireHeldLeases(sql: Sql, now: Date): Promise<number> {
  const rows = await sql.rows(
    `UPDATE message SET state = 'UNKNOWN', outcome = 'the hand-over was cut off', lease_until = NULL, throttled_domain = '', changed_at = $1
     WHERE state = 'HANDING_OVER' AND carried_by IS NOT NULL AND lease_until <= $1 RETURNING 1`,
    [now],
  );
  return rows.length;
}

/** Who answers for an account's mails, line by line; none without a brand. */
export async function imprintOf(sql: Sql, accountId: string): Promise<string[]> {
  const [row] = await sql.rows<{ imprint: string[] }>(
    `SELECT ${IMPRINT_LINES('$1::uuid')} AS imprint`,
    [accountId],
  );
  return row!.imprint;
}
